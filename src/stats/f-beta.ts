import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * F-beta: weighted harmonic mean of precision and recall.
 *
 * @param confusion - counts of decided cases
 * @param beta - how many times recall counts as much as precision, a finite number above 0; defaults to 1
 * @returns a fraction in [0, 1]; 0 where something is flagged or positive but nothing is caught; `null` where no
 *   case is flagged or positive
 * @throws RangeError `Unexpected beta 0, expected 0 < beta < Infinity`
 * @see van Rijsbergen 1979, Information Retrieval, ch. 7
 * @example
 * fBeta({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.8421
 */
export function fBeta(confusion: Confusion, beta = 1): number | null {
  if (!(beta > 0) || beta === Infinity) {
    throw new RangeError(`Unexpected beta ${beta}, expected 0 < beta < Infinity`);
  }
  const { tp, fn, fp } = checkConfusion(confusion);
  if (tp + fn + fp === 0) return null;

  const weight = beta * beta;
  return ((1 + weight) * tp) / ((1 + weight) * tp + weight * fn + fp);
}
