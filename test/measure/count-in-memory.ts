import { mergeGroups } from "../../src/measure/query/merge-groups.js";
import type {
  Ask,
  CountAnswer,
  CountQuery,
  Expression,
  GroupAnswer,
  GroupQuery,
  Key,
  KeyColumn,
} from "../../src/measure/query/count-query.js";

/** A row of a table, by column; numbers are written as JavaScript writes them. */
export type MemoryRow = Readonly<Record<string, string | number | null>>;

/** An engine over rows in memory: no file, no SQL, the same answers. */
export function countInMemory(rows: readonly MemoryRow[]): Ask {
  return (query) => Promise.resolve(answer(rows, query));
}

function answer(rows: readonly MemoryRow[], query: CountQuery): CountAnswer {
  return { rows: rows.length, groups: query.groups.map((group) => countGroup(rows, group)), asked: null };
}

function countGroup(rows: readonly MemoryRow[], group: GroupQuery): GroupAnswer {
  const found = new Map<string, { keys: (string | number | null)[]; rows: MemoryRow[] }>();
  for (const row of rows) {
    const keys = Object.values(group.keys).map((key) => keyOf(row, key));
    const name = JSON.stringify(keys);
    const known = found.get(name);
    if (known === undefined) found.set(name, { keys, rows: [row] });
    else known.rows.push(row);
  }
  const groups = [...found.values()];
  const doubles = (of: (own: readonly MemoryRow[]) => number): Float64Array =>
    Float64Array.from(groups, (one) => of(one.rows));
  const values = (own: readonly MemoryRow[], expression: Expression): number[] =>
    own.map((row) => evaluate(row, expression)).filter((value): value is number => value !== null);
  const keyColumns = Object.entries(group.keys).map(([name, key], place): [string, KeyColumn] => {
    const cells = groups.map(({ keys }) => keys[place] ?? null);
    if (key.key !== "text")
      return [
        name,
        { kind: "number", numbers: Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))) },
      ];
    const texts = [...new Set(cells.filter((cell) => cell !== null).map(String))];
    return [
      name,
      {
        kind: "text",
        values: texts,
        codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : texts.indexOf(String(cell)))),
      },
    ];
  });
  return mergeGroups([
    {
      keys: Object.fromEntries(keyColumns),
      n: doubles((own) => own.length),
      sums: Object.fromEntries(
        Object.entries(group.sums ?? {}).map(([name, { of, bits }]) => [
          name,
          doubles((own) => values(own, of).reduce((sum, value) => sum + Math.floor(value * 2 ** bits), 0)),
        ]),
      ),
      lowest: Object.fromEntries(
        Object.entries(group.lowest ?? {}).map(([name, expression]) => [
          name,
          doubles((own) => Math.min(...values(own, expression))),
        ]),
      ),
      extremes: Object.fromEntries(
        Object.entries(group.extremes ?? {}).map(([name, expression]) => [
          name,
          {
            low: doubles((own) => Math.min(...values(own, expression))),
            high: doubles((own) => Math.max(...values(own, expression))),
          },
        ]),
      ),
      distinct: Object.fromEntries(
        Object.entries(group.distinct ?? {}).map(([name, column]) => [
          name,
          new Set(rows.map((row) => textOf(row, column)).filter((text) => text !== null)).size,
        ]),
      ),
    },
  ]);
}

function textOf(row: MemoryRow, column: string): string | null {
  const text = String(row[column] ?? "").trim();
  return text === "" ? null : text;
}

function numberOf(row: MemoryRow, column: string): number | null {
  const text = textOf(row, column);
  return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
}

function keyOf(row: MemoryRow, key: Key): string | number | null {
  if (key.key === "text") return textOf(row, key.column);
  if (key.key === "blank") return Number(textOf(row, key.column) === null);
  if (key.key === "status")
    return textOf(row, key.column) === null ? 1 : numberOf(row, key.column) === null ? 2 : 0;
  if (key.key === "highest") {
    const numbers = key.columns.map((column) => numberOf(row, column));
    const known = numbers.filter((x) => x !== null);
    return known.length < numbers.length ? null : numbers.indexOf(Math.max(...known));
  }
  const x = numberOf(row, key.column);
  if (x === null) return null;
  if (key.key === "number") return x;
  if (key.key === "bin") return Math.floor(((x - key.low) / (key.high - key.low)) * key.bins);
  if (key.key === "band") {
    const band = key.cuts.findIndex((cut) => x < cut);
    return band < 0 ? key.cuts.length : band;
  }
  return Number(key.flag === "below" ? x < key.threshold : x >= key.threshold);
}

function evaluate(row: MemoryRow, expression: Expression): number | null {
  const both = (pair: readonly [Expression, Expression], of: (a: number, b: number) => number | null) => {
    const [a, b] = pair.map((one) => evaluate(row, one));
    return a === null || b === null || a === undefined || b === undefined ? null : of(a, b);
  };
  if ("column" in expression) return numberOf(row, expression.column);
  if ("decimal" in expression) {
    const value = numberOf(row, expression.decimal);
    return value === null ? null : Math.round(value * 10_000);
  }
  if ("constant" in expression) return expression.constant;
  if ("minus" in expression) return both(expression.minus, (a, b) => a - b);
  if ("times" in expression) return both(expression.times, (a, b) => a * b);
  if ("divide" in expression) return both(expression.divide, (a, b) => (b === 0 ? null : a / b));
  if ("abs" in expression) {
    const value = evaluate(row, expression.abs);
    return value === null ? null : Math.abs(value);
  }
  return both(expression.atMost, (a, b) => Number(a <= b));
}
