import { compensatedSum } from "./compensated-sum.js";
import type { ScoreTable } from "./types.js";

/**
 * Log loss over many classes: mean of minus the natural logarithm of the probability given to the actual class.
 *
 * @param tables - one per class with its own scores in [0, 1], its cases as positives. Probabilities are taken as they are: a
 *   case whose probabilities do not sum to 1 is not rescaled
 * @returns `value` in nats, 0 is best, and `clipped`, the cases whose actual class had a probability below 1e-15; `null`
 *   without cases
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Good 1952, JRSS B 14:107
 * @example
 * multiclassLogLoss([[{ score: 0.2, positives: 0, negatives: 1 }, { score: 0.9, positives: 1, negatives: 0 }], [{ score: 0.1, positives: 0, negatives: 1 }, { score: 0.8, positives: 1, negatives: 0 }]]) // { value: 0.1643, clipped: 0 }
 */
export function multiclassLogLoss(
  tables: readonly ScoreTable[],
): { readonly value: number; readonly clipped: number } | null {
  let n = 0;
  let clipped = 0;
  const losses = tables.flatMap((table) =>
    table.map(({ score, positives: own }) => {
      if (!(score >= 0 && score <= 1)) {
        throw new RangeError(`Unexpected score ${score}, expected 0 <= score <= 1`);
      }
      n += own;
      if (score < EPSILON) clipped += own;
      return own === 0 ? 0 : -own * Math.log(Math.max(EPSILON, score));
    }),
  );
  return n === 0 ? null : { value: compensatedSum(losses) / n, clipped };
}

const EPSILON = 1e-15;
