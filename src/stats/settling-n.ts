import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { regularizedBeta } from "./regularized-beta.js";

/** Searches end here: a plan that needs more cases is told that it cannot be settled this way. */
const mostCases = 10_000_000;

/**
 * Cases from which on the observed rate would settle it: the fewest, more than were tested, at which the observed rate
 * of errors, in whole errors, lies below a bound with its exact one-sided upper limit, there and at every larger test.
 *
 * The limit is a saw: it falls with every case until one more error is due, so that a few sizes settle by the luck of
 * rounding while larger ones do not. Those are not told. Even then the rate may turn out weaker: the chance is about
 * even, no more.
 *
 * @param errors - errors seen, a count
 * @param n - cases looked at, a count
 * @param bound - the largest share of errors that is acceptable, a fraction in (0, 1)
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @param worth - cases that one of these is worth, a fraction in (0, 1]; below 1 where they share subjects; defaults to 1
 * @returns an integer above n; `null` where the observed rate is not below the bound, where n is 0, and where ten million
 *   cases would not do
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404, one side, solved for n at the observed rate; for effective counts Korn
 *   & Graubard 1998, Surv. Methodol. 24:193
 * @example
 * settlingN(2, 150, 0.03) // 348
 */
export function settlingN(
  errors: number,
  n: number,
  bound: number,
  confidence = 0.95,
  worth = 1,
): number | null {
  const share = checkProportion(errors, n);
  checkLevel(bound, "bound");
  checkLevel(confidence, "confidence");
  if (share === null || share >= bound) return null;

  const keeps = (wrong: number, cases: number): boolean =>
    regularizedBeta(bound, wrong * worth + 1, (cases - wrong) * worth) >= confidence;
  const errorsIn = (cases: number): number => Math.round(share * cases);
  const settles = (cases: number): boolean => keeps(errorsIn(cases), cases);
  // Rounding adds half an error at most. With that half everywhere the limit falls without teeth, and a search in
  // halves finds a size from which on all settle.
  let settled = firstWhere(n + 1, mostCases, (cases) => keeps(share * cases + 0.5, cases));
  if (settled >= mostCases) return null;
  // From there down, tooth by tooth: within one the limit falls, so that its first case decides on all of it.
  for (;;) {
    const own = errorsIn(settled - 1);
    const first = firstWhere(n + 1, settled, (cases) => errorsIn(cases) >= own);
    if (first === n + 1 || !settles(first)) return firstWhere(first, settled, settles);
    settled = first;
  }
}

/** First whole number from `from` on where a condition holds that stays true; `end` when it never does. */
function firstWhere(from: number, end: number, holds: (cases: number) => boolean): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
