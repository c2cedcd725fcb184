import { decimalScale } from "../query/count-query.js";
import { quoteIdentifier } from "./clickhouse-quote.js";
import type { AnswerType, CellType, ServerDialect } from "./table-server.js";

/**
 * How ClickHouse reads a cell, in words that release 18.16 and current ones both know.
 *
 * Whole numbers are added as Decimal(38, 0): sums of Int64 wrap around without a word. A number that does not
 * fit into Int64 stops the query (`throwIf`), where a bare cast would make up another.
 *
 * @param columns - what each column of the table holds
 * @param scales - digits after the point of the columns that are Decimal
 */
export function clickhouseDialect(
  columns: ReadonlyMap<string, CellType>,
  scales: ReadonlyMap<string, number>,
): ServerDialect {
  const value = (name: string): string => `toFloat64(${quoteIdentifier(name)})`;
  const within = (name: string, [low, high]: readonly [number, number]): string =>
    `${value(name)} between ${double(low)} and ${double(high)}`;
  const isShort = (name: string): boolean => columns.get(name) === "exact" && (scales.get(name) ?? 0) <= 4;
  const fits = (name: string): string => `abs(${value(name)}) < 1e14`;
  const tenThousandths = (name: string): string =>
    isShort(name)
      ? `toDecimal128(${quoteIdentifier(name)}, 4) * toDecimal128(${decimalScale}, 0)`
      : `(if(${value(name)} < 0, -1, 1) * floor(abs(${value(name)}) * ${decimalScale} + 0.5))`;
  const whole = (name: string): string => `toDecimal128(toInt64(${tenThousandths(name)}), 0)`;
  return {
    text: (name) =>
      columns.get(name) === "text" ? quoteIdentifier(name) : `toString(${quoteIdentifier(name)})`,
    blank: (letters) => String.raw`not match(${letters}, '[^ \\t\\n\\r]')`,
    tidy: (letters) =>
      String.raw`nullIf(replaceRegexpAll(${letters}, '^[ \\t\\n\\r]+|[ \\t\\n\\r]+$', ''), '')`,
    number: ({ name, range }) => `case when ${within(name, range ?? finite)} then ${value(name)} end`,
    status: ({ name, as, range }) =>
      as === "decimal"
        ? `case when ${quoteIdentifier(name)} is null then 1 when ${fits(name)} then 0 else 3 end`
        : `case when ${quoteIdentifier(name)} is null then 1 when ${within(name, range ?? finite)} then 0 when ${within(name, finite)} then 4 else 2 end`,
    decimal: ({ name }) => `case when ${fits(name)} then ${whole(name)} end`,
    plainNumber: value,
    plainDecimal: whole,
    double,
    integer: (expression) =>
      `toDecimal128(toInt64(${expression} + throwIf(coalesce(not(abs(${expression}) <= 9e18), 0))), 0)`,
    home: (expression) => expression,
    send,
    // By names that no column has, for one would stand for the other.
    keys: (keys) =>
      keys.map(({ sql, holds }, index) => {
        const name = quoteIdentifier(unused(`key ${index + 1}`, columns));
        return { selected: send(`(${sql} as ${name})`, holds), name };
      }),
  };
}

/** The bytes of a number, never its letters: release 18.16 writes some of them wrong. */
function send(expression: string, holds: AnswerType): string {
  if (holds === "text") return `cast(${expression} as Nullable(String))`;
  return holds === "whole"
    ? `toDecimal128(coalesce(${expression}, 0), 0)`
    : `coalesce(toFloat64(${expression}), nan)`;
}

function unused(name: string, columns: ReadonlyMap<string, CellType>): string {
  return columns.has(name) ? unused(`${name}_`, columns) : name;
}

const finite = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

/** A double by its bits: old releases read a decimal text now and then one bit off. */
function double(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return `reinterpretAsFloat64(unhex('${bytes.toString("hex").toUpperCase()}'))`;
}
