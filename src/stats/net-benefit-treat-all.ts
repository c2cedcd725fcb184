import { checkShare } from "./check-share.js";

/**
 * Net benefit of flagging every case: what a model has to beat, beside 0 for flagging none.
 *
 * @param prevalence - share of positives, a fraction in [0, 1]
 * @param pt - threshold probability, a fraction in [0, 1)
 * @returns prevalence - (1 - prevalence) pt / (1 - pt), in hits per case, at most 1 and possibly below 0
 * @throws RangeError `Unexpected pt 1, expected 0 <= pt < 1`
 * @see Vickers & Elkin 2006, Med. Decis. Making 26:565
 * @example
 * netBenefitTreatAll(0.3726, 0.5) // -0.2548
 */
export function netBenefitTreatAll(prevalence: number, pt: number): number {
  checkShare("prevalence", prevalence);
  if (!(pt >= 0 && pt < 1)) throw new RangeError(`Unexpected pt ${pt}, expected 0 <= pt < 1`);

  return prevalence - ((1 - prevalence) * pt) / (1 - pt);
}
