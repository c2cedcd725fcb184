import { checkConfusion } from "./check-confusion.js";
import { mixedRateAtBaseRate } from "./mixed-rate-at-base-rate.js";
import type { BaseRateEstimate, Confusion } from "./types.js";

/**
 * Accuracy at a stated base rate: recall and specificity weighted by the classes they belong to.
 *
 * @param confusion - counts, or effective counts, of decided cases; any share of positives
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1], taken as known
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the accuracy with bounds in [0, 1], by MOVER from the Wilson bounds of both rates; `null` unless both
 *   classes are present
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Zou & Donner 2008, Stat. Med. 27:1693 (method of variance estimates recovery)
 * @example
 * accuracyAtBaseRate({ tp: 200, fn: 40, fp: 600, tn: 19160 }, 0.012) // { value: 0.968, low: 0.9655, high: 0.9703, side: "two-sided", method: "mover-wilson" }
 */
export function accuracyAtBaseRate(
  confusion: Confusion,
  baseRate: number,
  level = 0.95,
): BaseRateEstimate | null {
  const { tp, tn, positives, negatives } = checkConfusion(confusion, "effective");
  const right = { ofPositives: tp, positives, ofNegatives: tn, negatives };
  return mixedRateAtBaseRate(right, baseRate, level);
}
