import { checkShare } from "./check-share.js";
import { logistic } from "./logistic.js";
import { logit } from "./logit.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Logit interval of an average precision.
 *
 * @param value - average precision, a fraction in [0, 1], from averagePrecision
 * @param positives - positives it was measured on, a number >= 0
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in (0, 1), with 1 / sqrt(positives AP (1 - AP)) as the standard error of the logit; `null` at 0
 *   and 1 and without positives
 * @throws RangeError `Unexpected value 1.2, expected 0 <= value <= 1`
 * @see Boyd, Eng & Page 2013, ECML PKDD, LNCS 8190:451
 * @example
 * averagePrecisionInterval(0.74, 5) // { low: 0.2784, high: 0.9545 }
 */
export function averagePrecisionInterval(value: number, positives: number, level = 0.95): Bounds | null {
  checkShare("value", value);
  if (!(positives >= 0)) throw new RangeError(`Unexpected positives ${positives}, expected a count >= 0`);
  const z = normalCriticalValue(level);
  if (value === 0 || value === 1 || positives === 0) return null;

  const half = z / Math.sqrt(positives * value * (1 - value));
  const centre = logit(value);
  return { low: logistic(centre - half), high: logistic(centre + half) };
}
