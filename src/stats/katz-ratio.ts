import { checkProportion } from "./check-proportion.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Ratio of two independent proportions with the log interval of Katz.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns first over second, >= 0 (`null` at x2 = 0), with bounds above 0. The interval is `null` where a count of
 *   0, or certainty in both groups, leaves it undefined: scoreRatio copes. `null` as a whole where either n is 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Katz, Baptista, Azen & Pike 1978, Biometrics 34:469
 * @example
 * katzRatio(56, 70, 48, 80) // { ratio: 1.3333, interval: { low: 1.0766, high: 1.6512 } }
 */
export function katzRatio(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): { readonly ratio: number | null; readonly interval: Bounds | null } | null {
  const p1 = checkProportion(x1, n1);
  const p2 = checkProportion(x2, n2);
  const z = normalCriticalValue(level);
  if (p1 === null || p2 === null) return null;
  if (p2 === 0) return { ratio: null, interval: null };

  const ratio = p1 / p2;
  const variance = 1 / x1 - 1 / n1 + (1 / x2 - 1 / n2);
  if (x1 === 0 || variance <= 0) return { ratio, interval: null };

  const factor = Math.exp(z * Math.sqrt(variance));
  return { ratio, interval: { low: ratio / factor, high: ratio * factor } };
}
