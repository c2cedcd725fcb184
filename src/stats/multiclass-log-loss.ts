import { compensatedSum } from "./compensated-sum.js";
import type { ClassScoreTable } from "./types.js";

/**
 * Log loss over many classes: mean of minus the natural logarithm of the probability given to the actual class.
 *
 * @param tables - one per class, scores in [0, 1]; every case stands in each. Probabilities are taken as they are: a
 *   case whose probabilities do not sum to 1 is not rescaled
 * @returns `value` in nats, 0 is best, and `clipped`, the cases whose actual class had a probability below 1e-15; `null`
 *   without cases
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Good 1952, JRSS B 14:107
 * @example
 * multiclassLogLoss([[{ score: 0.2, counts: [0, 1] }, { score: 0.9, counts: [1, 0] }], [{ score: 0.1, counts: [1, 0] }, { score: 0.8, counts: [0, 1] }]]) // { value: 0.1643, clipped: 0 }
 */
export function multiclassLogLoss(
  tables: readonly ClassScoreTable[],
): { readonly value: number; readonly clipped: number } | null {
  let n = 0;
  let clipped = 0;
  const losses = tables.flatMap((table, k) =>
    table.map(({ score, counts }) => {
      if (!(score >= 0 && score <= 1)) {
        throw new RangeError(`Unexpected score ${score}, expected 0 <= score <= 1`);
      }
      const own = counts[k] ?? 0;
      n += own;
      if (score < EPSILON) clipped += own;
      return own === 0 ? 0 : -own * Math.log(Math.max(EPSILON, score));
    }),
  );
  return n === 0 ? null : { value: compensatedSum(losses) / n, clipped };
}

const EPSILON = 1e-15;
