import { exactRateBox } from "./exact-rate-box.js";
import { logistic } from "./logistic.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { BaseRateEstimate } from "./types.js";

/** What a predictive value is made of: answers that are right, of their class, and wrong ones, of the other class. */
export interface PredictiveCounts {
  readonly right: number;
  readonly ofClass: number;
  readonly wrong: number;
  readonly ofOther: number;
}

/**
 * Predictive value (PPV or NPV) at a base rate, with an interval for the sampling error of both test rates.
 *
 * @param counts - for PPV: tp of the positives and fp of the negatives; for NPV: tn of the negatives, fn of the
 *   positives; counts or effective counts
 * @param priorOdds - odds of the class where the model is used, above 0
 * @param level - coverage, and confidence of a one-sided bound, a fraction in (0, 1); defaults to 0.95
 * @returns the value in [0, 1] with bounds. Two-sided on the logit scale where both kinds of answer were seen. With no
 *   wrong answer "at-least" (high 1) from the exact upper bound of their rate, with no right one "at-most" (low
 *   0) likewise. Where all cases of both classes got this answer, the corners of two exact one-sided bounds.
 *   `null` with no such answer at all and with an empty class
 * @see Mercaldo, Lau & Zhou 2007, Stat. Med. 26:2170
 * @example
 * predictiveValueInterval({ right: 200, ofClass: 240, wrong: 600, ofOther: 19760 }, 0.012 / 0.988) // { value: 0.25, low: 0.232, high: 0.269, side: "two-sided", method: "mercaldo-logit" }
 */
export function predictiveValueInterval(
  counts: PredictiveCounts,
  priorOdds: number,
  level = 0.95,
): BaseRateEstimate | null {
  const { right, ofClass, wrong, ofOther } = counts;
  const z = normalCriticalValue(level);
  if (ofClass === 0 || ofOther === 0 || right + wrong === 0) return null;

  const rightRate = right / ofClass;
  const wrongRate = wrong / ofOther;
  const value = valueAt(priorOdds, rightRate, wrongRate);
  if (wrong === 0) {
    const low = valueAt(priorOdds, rightRate, exactRateBox(0, ofOther, level).high);
    return { value, low, high: 1, side: "at-least", method: "exact-one-sided" };
  }
  if (right === 0) {
    const high = valueAt(priorOdds, exactRateBox(0, ofClass, level).high, wrongRate);
    return { value, low: 0, high, side: "at-most", method: "exact-one-sided" };
  }
  if (right === ofClass && wrong === ofOther) {
    const low = valueAt(priorOdds, exactRateBox(right, ofClass, (1 + level) / 2).low, 1);
    const high = valueAt(priorOdds, 1, exactRateBox(wrong, ofOther, (1 + level) / 2).low);
    return { value, low, high, side: "two-sided", method: "exact-box" };
  }

  const half = z * Math.sqrt(1 / right - 1 / ofClass + (1 / wrong - 1 / ofOther));
  const centre = Math.log(priorOdds) + Math.log(rightRate / wrongRate);
  const [low, high] = [logistic(centre - half), logistic(centre + half)];
  return { value, low, high, side: "two-sided", method: "mercaldo-logit" };
}

function valueAt(priorOdds: number, rightRate: number, wrongRate: number): number {
  return (priorOdds * rightRate) / (priorOdds * rightRate + wrongRate);
}
