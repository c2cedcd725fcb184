import { ppvAtBaseRate } from "./ppv-at-base-rate.js";

/**
 * Negative predictive value at a stated base rate, by Bayes' rule.
 *
 * @param sensitivity - share of positives flagged, a fraction in [0, 1]
 * @param specificity - share of negatives not flagged, a fraction in [0, 1]
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1]
 * @returns share of unflagged cases that are negative, a fraction in [0, 1]; `null` where everything would be
 *   flagged
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Bayes' rule; Altman & Bland 1994, BMJ 309:102
 * @example
 * npvAtBaseRate(0.9, 0.95, 0.05) // 0.99449
 */
export function npvAtBaseRate(sensitivity: number, specificity: number, baseRate: number): number | null {
  // The mirror image: negatives take the part of positives.
  return ppvAtBaseRate(specificity, sensitivity, 1 - baseRate);
}
