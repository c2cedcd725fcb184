import { checkShare } from "./check-share.js";

/**
 * Share of the negatives that is flagged, from the precision of the same test.
 *
 * @param recall - share of the positives that is flagged, a fraction in [0, 1]
 * @param precision - share of the flagged that is positive, a fraction in [0, 1]
 * @param prevalence - share of positives in that test, a fraction in [0, 1]
 * @returns prevalence recall (1 - precision) / (precision (1 - prevalence)), a fraction in [0, 1]; `null` where the
 *   three leave none: nothing flagged is right, no negatives, or numbers that no test can have together
 * @throws RangeError `Unexpected recall 1.2, expected 0 <= recall <= 1`
 * @see Bayes' rule, solved for the false alarms
 * @example
 * falseAlarmsFromPrecision(0.9, 0.5, 0.1) // 0.1
 */
export function falseAlarmsFromPrecision(
  recall: number,
  precision: number,
  prevalence: number,
): number | null {
  checkShare("recall", recall);
  checkShare("precision", precision);
  checkShare("prevalence", prevalence);
  if (precision === 0 || prevalence === 1) return null;

  const share = (prevalence * recall * (1 - precision)) / (precision * (1 - prevalence));
  return share <= 1 ? share : null;
}
