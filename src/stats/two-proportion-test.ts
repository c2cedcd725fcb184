import { checkProportion } from "./check-proportion.js";
import { normalUpperTail } from "./normal-upper-tail.js";

/**
 * Pooled z test of two independent proportions.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @returns z (positive when the first share is larger) with its two-sided p-value and that of "first is greater";
 *   `null` where either n is 0 or the pooled share is 0 or 1
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3.1; no continuity correction
 * @example
 * twoProportionTest(56, 70, 48, 80) // { z: 2.6502, pTwoSided: 0.008045, pGreater: 0.004023 }
 */
export function twoProportionTest(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
): { readonly z: number; readonly pTwoSided: number; readonly pGreater: number } | null {
  const p1 = checkProportion(x1, n1);
  const p2 = checkProportion(x2, n2);
  if (p1 === null || p2 === null) return null;

  const pooled = (x1 + x2) / (n1 + n2);
  if (pooled === 0 || pooled === 1) return null;

  const z = (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return { z, pTwoSided: 2 * normalUpperTail(Math.abs(z)), pGreater: normalUpperTail(z) };
}
