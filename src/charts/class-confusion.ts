import type { Table } from "../model/assessment.js";

/** Classes a page has room for; the others are counted together, so that every row keeps its total. */
const mostClasses = 8;

/** Counts of many classes, cut to what a page holds. */
export interface ClassConfusion {
  readonly names: readonly string[];
  /** Rows: the actual class. Columns: the class given. In the order of `names`. */
  readonly counts: readonly (readonly number[])[];
  /** Place of all further classes together; null where none was left out. */
  readonly joined: number | null;
  /** The pair most often taken for each other, of all classes; null where every case is in its class. */
  readonly worst: {
    readonly actual: string;
    readonly taken: string;
    readonly x: number;
    readonly of: number;
  } | null;
  readonly right: number;
  readonly n: number;
}

/** @returns null where an edition withholds the counts, and where nothing was counted */
export function classConfusion({ columns, rows }: Table): ClassConfusion | null {
  const all = rows.map(({ cells }) => cells.map((cell) => cell ?? Number.NaN));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const n = sum(all.map(sum));
  if (!(n > 0)) return null;
  const sizes = columns.map((_, index) => sum(all[index] ?? []) + sum(all.map((row) => row[index] ?? 0)));
  const bySize = columns.map((_, index) => index).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const kept = columns.length <= mostClasses ? bySize : bySize.slice(0, mostClasses - 1);
  const shown = [...kept].sort((a, b) => a - b);
  const rest = columns.map((_, index) => index).filter((index) => !shown.includes(index));
  const groups = [...shown.map((index) => [index]), ...(rest.length === 0 ? [] : [rest])];
  return {
    names: groups.map(([first = 0]) => columns[first] ?? ""),
    counts: groups.map((actual) =>
      groups.map((given) => sum(actual.map((row) => sum(given.map((column) => all[row]?.[column] ?? 0))))),
    ),
    joined: rest.length === 0 ? null : groups.length - 1,
    worst: worstOf(columns, all, sum),
    right: sum(all.map((row, index) => row[index] ?? 0)),
    n,
  };
}

function worstOf(
  columns: readonly string[],
  all: readonly (readonly number[])[],
  sum: (values: readonly number[]) => number,
): ClassConfusion["worst"] {
  let [x, actual, taken] = [0, 0, 0];
  for (const [row, counts] of all.entries())
    for (const [column, count] of counts.entries())
      if (row !== column && count > x) [x, actual, taken] = [count, row, column];
  return x === 0
    ? null
    : { actual: columns[actual] ?? "", taken: columns[taken] ?? "", x, of: sum(all[actual] ?? []) };
}
