import { classAverage, type ClassAverage } from "./class-average.js";
import { oneVsRestScores } from "./one-vs-rest-scores.js";
import { rocAuc } from "./roc-auc.js";
import type { ClassScoreTable } from "./types.js";

/**
 * Hand and Till's M: the AUC of each pair of classes, both ways, averaged over the pairs.
 *
 * @param tables - one per class, in the order of the counts inside them
 * @returns the mean over pairs of classes, a fraction in [0, 1]; a pair of which one class has no case is undefined
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Hand & Till 2001, Mach. Learn. 45:171
 * @example
 * oneVsOneAuc([[{ score: 0.2, counts: [0, 2] }, { score: 0.9, counts: [3, 1] }], [{ score: 0.1, counts: [3, 1] }, { score: 0.8, counts: [0, 2] }]]) // { value: 0.8333, withZeros: 0.8333, undefinedClasses: 0 }
 */
export function oneVsOneAuc(tables: readonly ClassScoreTable[]): ClassAverage {
  const pairs = tables.flatMap((table, own) =>
    tables.slice(own + 1).map((other, offset) => {
      const against = own + 1 + offset;
      const there = rocAuc(oneVsRestScores(table, own, against));
      const back = rocAuc(oneVsRestScores(other, against, own));
      return there === null || back === null ? null : (there + back) / 2;
    }),
  );
  return classAverage(pairs);
}
