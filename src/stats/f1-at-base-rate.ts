import { checkConfusion } from "./check-confusion.js";
import { checkShare } from "./check-share.js";
import { exactRateBox } from "./exact-rate-box.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { BaseRateEstimate, Confusion } from "./types.js";

/**
 * F1 at a stated base rate, from recall and false positive rate.
 *
 * @param confusion - counts, or effective counts, of decided cases; any share of positives
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1], taken as known
 * @param level - coverage, and confidence of a one-sided bound, a fraction in (0, 1); defaults to 0.95
 * @returns F1 = 2 J / (1 + J) in [0, 1], with J = pi Se / (pi + (1 - pi) FPR), and bounds by the delta method on
 *   ln J. With no case caught "at-most" from the exact upper bound of Se. Where both rates are 0 or 1, and so
 *   without variance, the corners of their exact one-sided bounds ("at-least" for a perfect result). `null`
 *   unless both classes are present, and at a base rate of 0
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Oehlert 1992, Am. Stat. 46:27 (delta method)
 * @example
 * f1AtBaseRate({ tp: 200, fn: 40, fp: 600, tn: 19160 }, 0.012) // { value: 0.3846, low: 0.3604, high: 0.41, side: "two-sided", method: "delta-log" }
 */
export function f1AtBaseRate(confusion: Confusion, baseRate: number, level = 0.95): BaseRateEstimate | null {
  const { tp, fp, positives, negatives } = checkConfusion(confusion, "effective");
  checkShare("baseRate", baseRate);
  const z = normalCriticalValue(level);
  if (positives === 0 || negatives === 0 || baseRate === 0) return null;

  const recall = tp / positives;
  const falseAlarms = fp / negatives;
  const value = f1At(baseRate, recall, falseAlarms);
  if (tp === 0) {
    const high = f1At(baseRate, exactRateBox(0, positives, level).high, falseAlarms);
    return { value, low: 0, high, side: "at-most", method: "exact-one-sided" };
  }

  const weight = (1 - baseRate) / (baseRate + (1 - baseRate) * falseAlarms);
  const variance =
    (1 - recall) / (recall * positives) + (weight * weight * falseAlarms * (1 - falseAlarms)) / negatives;
  if (variance === 0) return { value, ...corners(confusion, baseRate, level) };

  const overlap = value / (2 - value);
  const factor = Math.exp(z * Math.sqrt(variance));
  const bounds = { low: fromOverlap(overlap / factor), high: fromOverlap(Math.min(1, overlap * factor)) };
  return { value, ...bounds, side: "two-sided", method: "delta-log" };
}

/** Each bound takes the worse or the better exact bound of both rates, each at half the allowed error. */
function corners(
  { tp, fn, fp, tn }: Confusion,
  baseRate: number,
  level: number,
): Omit<BaseRateEstimate, "value"> {
  const caught = exactRateBox(tp, tp + fn, (1 + level) / 2);
  const alarms = exactRateBox(fp, fp + tn, (1 + level) / 2);
  const low = f1At(baseRate, caught.low, alarms.high);
  const high = f1At(baseRate, caught.high, alarms.low);
  return { low, high, side: high === 1 ? "at-least" : "two-sided", method: "exact-box" };
}

function f1At(baseRate: number, recall: number, falseAlarms: number): number {
  return fromOverlap((baseRate * recall) / (baseRate + (1 - baseRate) * falseAlarms));
}

function fromOverlap(overlap: number): number {
  return (2 * overlap) / (1 + overlap);
}
