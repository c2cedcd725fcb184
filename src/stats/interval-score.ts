import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";

/** An interval forecast with what came true. */
export interface IntervalPair {
  readonly actual: number;
  readonly low: number;
  readonly high: number;
}

/** Mean score with its part that is width; the rest is the penalty for what fell outside. */
export interface IntervalScore {
  readonly score: number;
  readonly width: number;
}

/**
 * Mean interval score (Winkler) of interval forecasts: narrow is good, missing the actual costs 2 / (1 - level) times
 * the distance.
 *
 * @param pairs - actual and both bounds, in the unit of the target, `low <= high`
 * @param level - the coverage that the intervals claim, a fraction in (0, 1)
 * @returns the mean score and the mean width in the unit of the target; `null` for no pairs
 * @throws RangeError `Unexpected low 5 above high 3`, or for a level outside (0, 1)
 * @see Gneiting & Raftery 2007, JASA 102:359, equation 43
 * @example
 * intervalScore([{ actual: 10, low: 8, high: 11 }, { actual: 14, low: 9, high: 13 }], 0.8) // { score: 8.5, width: 3.5 }
 */
export function intervalScore(pairs: readonly IntervalPair[], level: number): IntervalScore | null {
  checkLevel(level);
  for (const { low, high } of pairs) {
    if (!(low <= high)) throw new RangeError(`Unexpected low ${low} above high ${high}`);
  }
  if (pairs.length === 0) return null;

  const width = compensatedSum(pairs, ({ low, high }) => high - low) / pairs.length;
  const outside = compensatedSum(pairs, ({ actual, low, high }) => Math.max(low - actual, actual - high, 0));
  return { score: width + ((2 / (1 - level)) * outside) / pairs.length, width };
}
