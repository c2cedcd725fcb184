import { checkShare } from "./check-share.js";

/**
 * Positive predictive value (precision) at a stated base rate, by Bayes' rule.
 *
 * @param sensitivity - share of positives flagged, a fraction in [0, 1]
 * @param specificity - share of negatives not flagged, a fraction in [0, 1]
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1]
 * @returns share of flagged cases that are positive, a fraction in [0, 1]; `null` where nothing would be flagged
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Bayes' rule; Altman & Bland 1994, BMJ 309:102
 * @example
 * ppvAtBaseRate(0.9, 0.95, 0.01) // 0.1538
 */
export function ppvAtBaseRate(sensitivity: number, specificity: number, baseRate: number): number | null {
  checkShare("sensitivity", sensitivity);
  checkShare("specificity", specificity);
  checkShare("baseRate", baseRate);

  const right = sensitivity * baseRate;
  const flagged = right + (1 - specificity) * (1 - baseRate);
  return flagged === 0 ? null : right / flagged;
}
