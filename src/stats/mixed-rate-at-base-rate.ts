import { checkShare } from "./check-share.js";
import { moverSum } from "./mover-sum.js";
import type { BaseRateEstimate } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/** How many cases of each class have a property: counts, or effective counts. */
export interface ClassRates {
  readonly ofPositives: number;
  readonly positives: number;
  readonly ofNegatives: number;
  readonly negatives: number;
}

/**
 * Share of all cases that have a property, where the classes are mixed at a stated base rate.
 *
 * @param rates - cases with the property and all cases, by class; finite numbers >= 0
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1], taken as known
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the share with bounds in [0, 1], by MOVER from the Wilson bounds of both rates; `null` unless both
 *   classes are present
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @see Zou & Donner 2008, Stat. Med. 27:1693 (method of variance estimates recovery)
 * @example
 * mixedRateAtBaseRate({ ofPositives: 9, positives: 10, ofNegatives: 5, negatives: 100 }, 0.01) // { value: 0.0585, low: 0.0302, high: 0.1196, side: "two-sided", method: "mover-wilson" }
 */
export function mixedRateAtBaseRate(
  { ofPositives, positives, ofNegatives, negatives }: ClassRates,
  baseRate: number,
  level = 0.95,
): BaseRateEstimate | null {
  checkShare("baseRate", baseRate);
  if (positives === 0 || negatives === 0) return null;

  const first = wilsonIntervalFromShare(ofPositives / positives, positives, level);
  const second = wilsonIntervalFromShare(ofNegatives / negatives, negatives, level);
  if (first === null || second === null) return null;

  const { value, low, high } = moverSum([
    { weight: baseRate, value: ofPositives / positives, ...first },
    { weight: 1 - baseRate, value: ofNegatives / negatives, ...second },
  ]);
  const bounds = { low: Math.max(0, low), high: Math.min(1, high) };
  return { value, ...bounds, side: "two-sided", method: "mover-wilson" };
}
