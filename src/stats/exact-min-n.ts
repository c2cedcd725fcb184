import { checkLevel } from "./check-level.js";
import { regularizedBeta } from "./regularized-beta.js";

/**
 * Fewest cases on which a number of errors still supports a claim: the smallest n whose exact one-sided upper bound
 * of errors / n is at most the bound.
 *
 * @param errors - errors seen, an integer of at least 0
 * @param bound - the claim "at most this share", a fraction in (0, 1)
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @returns an integer above `errors`
 * @throws RangeError `Unexpected errors -1, expected an integer >= 0`
 * @see Clopper & Pearson 1934, Biometrika 26:404, one side, solved for n
 * @example
 * exactMinN(0, 0.01) // 299
 */
export function exactMinN(errors: number, bound: number, confidence = 0.95): number {
  if (!Number.isInteger(errors) || errors < 0) {
    throw new RangeError(`Unexpected errors ${errors}, expected an integer >= 0`);
  }
  checkLevel(bound, "bound");
  checkLevel(confidence, "confidence");

  // The upper bound is at most `bound` just where this many errors or fewer are that unlikely at `bound`.
  const supports = (n: number): boolean => regularizedBeta(bound, errors + 1, n - errors) >= confidence;
  let high = errors + 1;
  while (!supports(high)) high *= 2;
  let low = errors;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (supports(middle)) high = middle;
    else low = middle;
  }
  return high;
}
