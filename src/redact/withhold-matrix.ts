import type { Table } from "../model/assessment.js";
import { isSmall } from "./hidden-slices.js";

/** Kinds that only repeat counts of estimates, or whose small counts `attack-detail.ts` sees to. */
const settledElsewhere: readonly string[] = [
  "claims",
  "fmr-targets",
  "attack-matrix",
  "coverage-matrix",
  "layers",
];

/**
 * A matrix as an edition outside the house may know it: one that holds a count of 1 to 9 loses all its numbers.
 *
 * Sums of rows and of columns follow from printed rates, and so do single cells (a class found in 37 of 40 leaves 3
 * elsewhere). With every number of the matrix gone, what is left to solve from is what those rates tell anyway.
 */
export function withholdMatrix(table: Table): Table {
  if (settledElsewhere.includes(table.kind ?? "")) return table;
  const few = table.rows.some(({ cells }) => cells.some((cell) => Number.isInteger(cell) && isSmall(cell)));
  if (!few) return table;
  return { ...table, rows: table.rows.map(({ label, cells }) => ({ label, cells: cells.map(() => null) })) };
}
