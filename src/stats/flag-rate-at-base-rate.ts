import { checkConfusion } from "./check-confusion.js";
import { mixedRateAtBaseRate } from "./mixed-rate-at-base-rate.js";
import type { BaseRateEstimate, Confusion } from "./types.js";

/**
 * Flag rate at a stated base rate: share of all cases that would be flagged, the workload.
 *
 * @param confusion - counts, or effective counts, of decided cases; any share of positives
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1], taken as known
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns recall and false alarm share weighted by the classes, with bounds in [0, 1] by MOVER from the Wilson
 *   bounds of both; `null` unless both classes are present
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Zou & Donner 2008, Stat. Med. 27:1693 (method of variance estimates recovery)
 * @example
 * flagRateAtBaseRate({ tp: 200, fn: 40, fp: 600, tn: 19160 }, 0.012) // { value: 0.04, low: 0.0376, high: 0.0425, side: "two-sided", method: "mover-wilson" }
 */
export function flagRateAtBaseRate(
  confusion: Confusion,
  baseRate: number,
  level = 0.95,
): BaseRateEstimate | null {
  const { tp, fp, positives, negatives } = checkConfusion(confusion, "effective");
  const flagged = { ofPositives: tp, positives, ofNegatives: fp, negatives };
  return mixedRateAtBaseRate(flagged, baseRate, level);
}
