import type { Table } from "../model/assessment.js";

/** Fewest and most classes that are told apart; a phone has room for this many letters beside the names. */
const [fewestClasses, mostClasses, letters] = [3, 8, 38];

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

/**
 * The largest classes, as many as a phone has room for; the others are counted together, so that every row keeps its
 * total, and no number is ever cut in two.
 *
 * @param written - a count as it will stand in a cell
 * @returns null where an edition withholds the counts, and where nothing was counted
 */
export function classConfusion(
  { columns, rows }: Table,
  written: (count: number) => string,
): ClassConfusion | null {
  const all = rows.map(({ cells }) => cells.map((cell) => cell ?? Number.NaN));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const n = sum(all.map(sum));
  if (!(n > 0)) return null;
  const sizes = columns.map((_, index) => sum(all[index] ?? []) + sum(all.map((row) => row[index] ?? 0)));
  const bySize = columns.map((_, index) => index).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const widest = Math.max(...all.map((row) => written(sum(row)).length)) + 1.5;
  const most = Math.min(mostClasses, Math.max(fewestClasses, Math.floor(letters / widest) - 1));
  const kept = columns.length <= most ? bySize : bySize.slice(0, most - 1);
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
