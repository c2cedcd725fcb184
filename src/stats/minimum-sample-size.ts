import { checkLevel } from "./check-level.js";
import { exactUpperBound } from "./exact-upper-bound.js";

/**
 * Fewest trials that support "no more than `bound`" when this many of them end in an error.
 *
 * @param bound - largest rate the claim allows, a fraction in (0, 1)
 * @param errors - errors among the trials, an integer of at least 0; defaults to 0
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @returns a count: the smallest n whose exact upper bound is at most `bound`. For no errors
 *   ceil(ln(1 - confidence) / ln(1 - bound)), about 3 / bound at 95 %
 * @throws RangeError `Unexpected errors -1, expected an integer >= 0`
 * @see Clopper & Pearson 1934, Biometrika 26:404, one side, inverted for n
 * @example
 * minimumSampleSize(0.07) // 42
 */
export function minimumSampleSize(bound: number, errors = 0, confidence = 0.95): number {
  checkLevel(bound, "bound");
  checkLevel(confidence, "confidence");
  if (!Number.isInteger(errors) || errors < 0) {
    throw new RangeError(`Unexpected errors ${errors}, expected an integer >= 0`);
  }
  const holds = (n: number): boolean => (exactUpperBound(errors, n, confidence) ?? 1) <= bound;
  // The bound falls as n grows: double until it holds, then halve the gap.
  let fails = errors;
  let enough = 2 * errors + 1;
  while (!holds(enough)) [fails, enough] = [enough, 2 * enough];
  while (enough - fails > 1) {
    const middle = Math.floor((fails + enough) / 2);
    if (holds(middle)) enough = middle;
    else fails = middle;
  }
  return enough;
}
