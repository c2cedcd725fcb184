import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { regularizedBeta } from "./regularized-beta.js";

/** Searches end here: a plan that needs more cases is told that it cannot be settled this way. */
const mostCases = 10_000_000;

/**
 * What would settle it: the fewest cases, more than were tested, at which the observed rate of errors, in whole
 * errors, would lie below a bound with its exact one-sided upper limit.
 *
 * @param errors - errors seen, a count
 * @param n - cases looked at, a count
 * @param bound - the largest share of errors that is acceptable, a fraction in (0, 1)
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @param from - fewest cases to answer with; defaults to n + 1. Less where rows share subjects and are worth fewer
 * @returns an integer of at least `from`; `null` where the observed rate is not below the bound, where n is 0, and where ten
 *   million cases would not do
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404, one side, solved for n at the observed rate
 * @example
 * settlingN(2, 150, 0.03) // 257
 */
export function settlingN(
  errors: number,
  n: number,
  bound: number,
  confidence = 0.95,
  from = n + 1,
): number | null {
  const share = checkProportion(errors, n);
  checkLevel(bound, "bound");
  checkLevel(confidence, "confidence");
  if (share === null || share >= bound) return null;

  const errorsIn = (cases: number): number => Math.round(share * cases);
  const settles = (cases: number): boolean =>
    regularizedBeta(bound, errorsIn(cases) + 1, cases - errorsIn(cases)) >= confidence;
  // The limit is a saw: it falls with every case until one more error is due. Whether the last case of a tooth
  // settles decides on the tooth; the place in it is found next.
  const endOfTooth = (cases: number): number => {
    const own = errorsIn(cases);
    return firstWhere(cases, mostCases, (more) => errorsIn(more) > own) - 1;
  };
  // Teeth of whole cases are of uneven length, so a longer one may settle between two that do not. Were a tooth to end
  // at the fraction of a case where the next error is due, those that settle would be the first few and all from some
  // tooth on: a search in halves finds where to look one by one.
  const mightSettle = (cases: number): boolean => {
    const own = errorsIn(cases);
    const end = share === 0 ? mostCases : Math.min(mostCases, (own + 0.5) / share);
    return regularizedBeta(bound, own + 1, end - own) >= confidence;
  };
  let cases = Math.max(1, from);
  while (cases < mostCases) {
    if (!mightSettle(cases)) cases = firstWhere(cases, mostCases, mightSettle);
    const end = endOfTooth(cases);
    if (settles(end)) return firstWhere(cases, end, settles);
    cases = end + 1;
  }
  return null;
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
