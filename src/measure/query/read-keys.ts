import type { GroupAnswer } from "./count-query.js";

/** The text of a key by row; null for a missing one, and where the key was not asked for. */
export function textReader({ keys }: GroupAnswer, name: string): (row: number) => string | null {
  const column = keys[name];
  if (column?.kind !== "text") return () => null;
  return (row) => column.values[column.codes[row] ?? -1] ?? null;
}

/** The numbers of a key by row, NaN for a missing one; null where the key was not asked for. */
export function numbersOf({ keys }: GroupAnswer, name: string): Float64Array | null {
  const column = keys[name];
  return column?.kind === "number" ? column.numbers : null;
}
