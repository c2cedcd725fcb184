import { checkConfusion } from "./check-confusion.js";
import { checkShare } from "./check-share.js";
import { predictiveValueInterval } from "./predictive-value-interval.js";
import type { BaseRateEstimate, Confusion } from "./types.js";

/**
 * Negative predictive value at a stated base rate, with its interval from the test's counts.
 *
 * @param confusion - counts, or effective counts, of decided cases; any share of positives
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1], taken as known
 * @param level - coverage, and confidence of a one-sided bound, a fraction in (0, 1); defaults to 0.95
 * @returns value and bounds in [0, 1]; without misses an "at-least" bound, without rightly unflagged cases an
 *   "at-most" one; `null` with neither, with an empty class, and at a base rate of 0 or 1
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Mercaldo, Lau & Zhou 2007, Stat. Med. 26:2170
 * @example
 * npvInterval({ tp: 200, fn: 40, fp: 600, tn: 19160 }, 0.012) // { value: 0.9979, low: 0.9972, high: 0.9984, side: "two-sided", method: "mercaldo-logit" }
 */
export function npvInterval(confusion: Confusion, baseRate: number, level = 0.95): BaseRateEstimate | null {
  const { tn, fn, positives, negatives } = checkConfusion(confusion, "effective");
  checkShare("baseRate", baseRate);
  if (baseRate === 0 || baseRate === 1) return null;

  const counts = { right: tn, ofClass: negatives, wrong: fn, ofOther: positives };
  return predictiveValueInterval(counts, (1 - baseRate) / baseRate, level);
}
