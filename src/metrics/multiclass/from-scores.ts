import type { ScoreTable } from "../../stats/types.js";
import { missing, type Measured } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

/** A number of the class probabilities, where every class has a score in [0, 1]; it has no range. */
export function fromScores(
  { scores, probability, matrix }: ClassCell,
  compute: (tables: readonly ScoreTable[]) => number | null,
): Measured {
  const n = matrix.flat().reduce((sum, count) => sum + count, 0);
  if (scores === null) return missing("no-scores", n);
  if (!probability) return missing("not-probabilities", n);
  if (scores.some((table) => table.length === 0)) return missing("class-without-score", n);
  const value = compute(scores);
  return value === null ? missing("no-cases", n) : { ...missing("no-interval-index", n), value };
}
