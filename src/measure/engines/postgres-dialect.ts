import { decimalScale } from "../query/count-query.js";
import type { CellType, ServerDialect } from "./table-server.js";

/**
 * How PostgreSQL reads a cell.
 *
 * Texts are compared by their bytes, whatever language the database sorts by. A double is never cast to
 * `numeric` itself, which keeps fifteen digits of it, but through its text, which keeps all. Its arithmetic
 * refuses what leaves the range of doubles, so nothing is added up that had no value.
 *
 * @param columns - what each column of the table holds
 */
export function postgresDialect(columns: ReadonlyMap<string, CellType>): ServerDialect {
  const isFloat = (name: string): boolean => columns.get(name) === "float";
  const text = (name: string): string => `cast(${quoteIdentifier(name)} as text) collate "C"`;
  const value = (name: string): string => `cast(${quoteIdentifier(name)} as double precision)`;
  const exact = (name: string): string =>
    isFloat(name)
      ? `cast(cast(${quoteIdentifier(name)} as text) as numeric)`
      : `cast(${quoteIdentifier(name)} as numeric)`;
  // Not a number is greater than every number here, and so lies outside of every range.
  const within = (name: string, [low, high]: readonly [number, number]): string =>
    `${value(name)} between ${double(low)} and ${double(high)}`;
  const fits = (name: string): string => `abs(round(${exact(name)}, 4)) < 100000000000000`;
  const whole = (name: string): string => `trunc(round(${exact(name)}, 4) * ${decimalScale})`;
  return {
    text,
    blank: (letters) => `btrim(${letters}, ${blanks}) = ''`,
    tidy: (letters) => `nullif(btrim(${letters}, ${blanks}), '')`,
    number: ({ name, range }) => `case when ${within(name, range ?? finite)} then ${value(name)} end`,
    status: ({ name, as, range }) =>
      as === "decimal"
        ? `case when ${quoteIdentifier(name)} is null then 1 when ${fits(name)} then 0 else 3 end`
        : `case when ${quoteIdentifier(name)} is null then 1 when ${within(name, range ?? finite)} then 0 when ${within(name, finite)} then 4 else 2 end`,
    decimal: ({ name }) => `case when ${fits(name)} then ${whole(name)} end`,
    plainNumber: value,
    plainDecimal: whole,
    double,
    integer: (expression) => `cast(${expression} as bigint)`,
    home: (expression) => `cast(${expression} as text)`,
    times,
    send: (expression) => expression,
    // By their places, the count being first.
    keys: (keys) => keys.map(({ sql }, index) => ({ selected: sql, name: String(index + 2) })),
  };
}

/** A name as an SQL identifier. The caller has found the name in the server's own list of columns. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const blanks = String.raw`E' \t\n\r'`;
const finite = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

/** A product that rounds to zero is an error here, and zero everywhere else. */
function times(a: string, b: string): string {
  const [tiny, up] = [double(2 ** -500), double(2 ** 537)];
  const isNothing = `(abs(${a}) * ${up}) * (abs(${b}) * ${up}) <= 0.5`;
  return `case when abs(${a}) >= 1 or abs(${b}) >= 1 then ${a} * ${b} when least(abs(${a}), abs(${b})) >= ${tiny} then ${a} * ${b} when ${isNothing} then 0 else ${a} * ${b} end`;
}

function double(value: number): string {
  return `cast('${value}' as double precision)`;
}
