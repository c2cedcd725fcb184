import { compensatedSum } from "./compensated-sum.js";

/**
 * Acceleration of the BCa interval: how fast the standard error changes with the value, from the jackknife.
 *
 * @param leftOut - value of the statistic without each unit, finite numbers
 * @returns the sixth of the skewness of the jackknife influences, without unit; `null` where they are all equal, or
 *   there are fewer than two
 * @see Efron 1987, JASA 82:171, (6.6)
 * @example
 * jackknifeAcceleration([5, 4, 3, 4]) // 0
 */
export function jackknifeAcceleration(leftOut: readonly number[]): number | null {
  const mean = compensatedSum(leftOut) / leftOut.length;
  const largest = leftOut.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  // Below rounding noise the influences are equal, and their skewness is noise.
  if (leftOut.length < 2 || largest <= 1e-14 * Math.abs(mean)) return null;

  // Scaled by the largest, so that cubes of tiny influences do not underflow.
  const influences = leftOut.map((value) => (mean - value) / largest);
  const squares = compensatedSum(influences, (d) => d * d);
  const cubes = compensatedSum(influences, (d) => d ** 3);
  return cubes / (6 * squares ** 1.5);
}
