import type { CalibrationBin } from "./calibration-bins.js";
import { compensatedSum } from "./compensated-sum.js";

/**
 * Expected calibration error: mean distance between predicted and observed share, bins weighted by their cases.
 *
 * @param bins - bins of predicted probabilities, from calibrationBins; their number and mode belong in the text
 * @returns a fraction in [0, 1], biased upward at small n; `null` without cases
 * @see Naeini, Cooper & Hauskrecht 2015, AAAI 29:2901
 * @example
 * expectedCalibrationError([{ low: 0, high: 0.5, n: 4, positives: 1, meanScore: 0.2 }, { low: 0.5, high: 1, n: 4, positives: 4, meanScore: 0.9 }]) // 0.075
 */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) return null;

  return compensatedSum(bins.map((bin) => Math.abs(bin.positives - (bin.meanScore ?? 0) * bin.n))) / n;
}
