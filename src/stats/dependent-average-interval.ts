import { compensatedSum } from "./compensated-sum.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Interval of a weighted mean of estimates that may move together in any way, such as AUCs of classes on the same cases.
 *
 * The standard error of a mean is largest when its parts rise and fall together; that one is taken, so the interval
 * covers at least as often as it says.
 *
 * @param parts - estimates in [0, 1] with their variances >= 0 and weights >= 0, the weights taken as fixed
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1], no narrower than the truth needs; `null` without weight and where every variance is 0
 * @throws RangeError `Unexpected variance -1, expected a finite number >= 0`
 * @see Hoeffding 1940 on the largest covariance of given margins; here only |cov(a, b)| <= sd(a) sd(b) (Cauchy-Schwarz)
 * @example
 * dependentAverageInterval([{ value: 0.8, variance: 0.0004, weight: 1 }, { value: 0.9, variance: 0.0001, weight: 1 }]) // { low: 0.8206, high: 0.8794 }
 */
export function dependentAverageInterval(
  parts: readonly { readonly value: number; readonly variance: number; readonly weight: number }[],
  level = 0.95,
): Bounds | null {
  const z = normalCriticalValue(level);
  const wrong = parts.find(({ variance }) => !Number.isFinite(variance) || variance < 0);
  if (wrong !== undefined) {
    throw new RangeError(`Unexpected variance ${wrong.variance}, expected a finite number >= 0`);
  }
  const total = compensatedSum(parts, ({ weight }) => weight);
  if (!(total > 0)) return null;

  const value = compensatedSum(parts, (part) => part.weight * part.value) / total;
  const half = (z * compensatedSum(parts, (part) => part.weight * Math.sqrt(part.variance))) / total;
  if (half === 0) return null;
  return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
