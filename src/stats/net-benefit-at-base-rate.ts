import { checkShare } from "./check-share.js";

/**
 * Net benefit of acting on flagged cases where positives are as common as stated.
 *
 * @param tpr - share of positives flagged, a fraction in [0, 1]
 * @param fpr - share of negatives flagged, a fraction in [0, 1]
 * @param baseRate - share of positives among the cases met, a fraction in [0, 1]
 * @param pt - threshold probability, a fraction in [0, 1): the odds pt / (1 - pt) are the cost of a false alarm
 *   measured in hits
 * @returns baseRate tpr - (1 - baseRate) fpr pt / (1 - pt), in hits per case, at most 1 and possibly below 0
 * @throws RangeError `Unexpected pt 1, expected 0 <= pt < 1`
 * @see Vickers & Elkin 2006, Med. Decis. Making 26:565
 * @example
 * netBenefitAtBaseRate(0.8, 0.05, 0.1, 0.2) // 0.06875
 */
export function netBenefitAtBaseRate(tpr: number, fpr: number, baseRate: number, pt: number): number {
  checkShare("tpr", tpr);
  checkShare("fpr", fpr);
  checkShare("baseRate", baseRate);
  if (!(pt >= 0 && pt < 1)) throw new RangeError(`Unexpected pt ${pt}, expected 0 <= pt < 1`);

  return baseRate * tpr - ((1 - baseRate) * fpr * pt) / (1 - pt);
}
