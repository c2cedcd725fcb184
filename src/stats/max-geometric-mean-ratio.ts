import { checkShare } from "./check-share.js";

/**
 * Largest of several groups' error rates over their geometric mean.
 *
 * @param rates - one rate per group at the same threshold, fractions in [0, 1]
 * @returns the ratio, >= 1 where it exists; `null` with fewer than two groups or where a rate is 0
 * @throws RangeError `Unexpected rate 1.2, expected 0 <= rate <= 1`
 * @see NISTIR 8429 (from memory)
 * @example
 * maxGeometricMeanRatio([0.0001, 0.00012, 0.0004, 0.0009]) // 3.510520979
 */
export function maxGeometricMeanRatio(rates: readonly number[]): number | null {
  for (const rate of rates) checkShare("rate", rate);
  if (rates.length < 2 || rates.includes(0)) return null;

  const meanLog = rates.reduce((sum, rate) => sum + Math.log(rate), 0) / rates.length;
  return Math.max(...rates) / Math.exp(meanLog);
}
