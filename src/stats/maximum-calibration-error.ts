import type { CalibrationBin } from "./calibration-bins.js";

/**
 * Maximum calibration error: the largest distance between predicted and observed share in any bin.
 *
 * @param bins - bins of predicted probabilities, from calibrationBins
 * @returns a fraction in [0, 1], mostly noise where a bin is small; `null` without cases
 * @see Naeini, Cooper & Hauskrecht 2015, AAAI 29:2901
 * @example
 * maximumCalibrationError([{ low: 0, high: 0.5, n: 4, positives: 1, meanScore: 0.2 }, { low: 0.5, high: 1, n: 4, positives: 4, meanScore: 0.9 }]) // 0.1
 */
export function maximumCalibrationError(bins: readonly CalibrationBin[]): number | null {
  let largest: number | null = null;
  for (const { n, positives, meanScore } of bins) {
    if (meanScore === null) continue;
    largest = Math.max(largest ?? 0, Math.abs(positives / n - meanScore));
  }
  return largest;
}
