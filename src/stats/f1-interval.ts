import { checkConfusion } from "./check-confusion.js";
import type { Bounds, Confusion } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * "Wilson-indirect" interval of F1: F1 rises with J = tp / (tp + fp + fn), which is a proportion.
 *
 * @param confusion - counts of decided cases
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds of F1 in [0, 1]: Wilson's for J, put through 2 J / (1 + J); `null` where no case is flagged or
 *   positive
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Lam, Gopal & Qian 2023, arXiv:2309.14621; Wilson 1927, JASA 22:209, for J
 * @example
 * f1Interval({ tp: 8, fn: 2, fp: 1, tn: 9 }) // { low: 0.6056, high: 0.9488 }
 */
export function f1Interval(confusion: Confusion, level = 0.95): Bounds | null {
  const { tp, fn, fp } = checkConfusion(confusion);
  const overlap = wilsonInterval(tp, tp + fn + fp, level);
  if (overlap === null) return null;

  return { low: fromOverlap(overlap.low), high: fromOverlap(overlap.high) };
}

function fromOverlap(overlap: number): number {
  return (2 * overlap) / (1 + overlap);
}
