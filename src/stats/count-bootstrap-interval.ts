import type { BootstrapEstimate } from "./bootstrap-interval.js";
import { checkLevel } from "./check-level.js";
import { multinomialDraw } from "./multinomial-draw.js";
import { percentileInterval } from "./percentile-interval.js";
import { seededRandom } from "./random.js";

/**
 * Bootstrap percentile interval of a statistic of counts: resamples millions of cases at the cost of their groups.
 *
 * @param counts - units (cases, or subjects) of each kind that the statistic tells apart, counts
 * @param statistic - gives the value from the units drawn of each kind, or `null` where it has none
 * @param plan - `draws`, an integer >= 1, defaults to 2000; `seed`, an integer in [0, 2^32 - 1], defaults to 1; `level`, a
 *   fraction in (0, 1), defaults to 0.95
 * @returns as bootstrapInterval: no interval where the value is undefined, with fewer than two units, where more than 5 %
 *   of the draws had no value, or where all of them gave the same one
 * @throws RangeError for counts, level, draws or seed out of range
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13
 * @example
 * countBootstrapInterval([30, 70], ([a, b]) => a / (a + b), { draws: 1999, seed: 1 }) // { value: 0.3, interval: { low: 0.21, high: 0.39 }, method: "bootstrap-percentile", reason: null, undefinedDraws: 0, draws: 1999, seed: 1 }
 */
export function countBootstrapInterval(
  counts: readonly number[],
  statistic: (drawn: readonly number[]) => number | null,
  plan: { readonly draws?: number; readonly seed?: number; readonly level?: number } = {},
): BootstrapEstimate {
  const { draws = 2000, seed = 1, level = 0.95 } = plan;
  checkLevel(level);
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`Unexpected draws ${draws}, expected an integer >= 1`);
  }
  const random = seededRandom(seed);
  const value = finite(statistic(counts));
  const none = { value, interval: null, method: "bootstrap-percentile", draws, seed } as const;
  const units = counts.reduce((sum, count) => sum + count, 0);
  if (value === null) return { ...none, reason: "undefined", undefinedDraws: 0 };
  if (units < 2) return { ...none, reason: "too-few-units", undefinedDraws: 0 };

  const replicates: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const replicate = finite(statistic(multinomialDraw(counts, random)));
    if (replicate !== null) replicates.push(replicate);
  }
  const undefinedDraws = draws - replicates.length;
  if (undefinedDraws > 0.05 * draws) return { ...none, reason: "replicates-undefined", undefinedDraws };
  const interval = percentileInterval(
    replicates.sort((a, b) => a - b),
    level,
  );
  return interval === null
    ? { ...none, reason: "replicates-equal", undefinedDraws }
    : { ...none, interval, reason: null, undefinedDraws };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
