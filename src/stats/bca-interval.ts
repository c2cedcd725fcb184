import { bootstrapQuantile } from "./bootstrap-quantile.js";
import { checkLevel } from "./check-level.js";
import { normalCdf } from "./normal-cdf.js";
import { normalQuantile } from "./normal-quantile.js";
import { percentileInterval } from "./percentile-interval.js";
import type { Bounds } from "./types.js";

/** An interval with what moved it. `bias` (z0) and `acceleration` are null where the percentile rule had to serve. */
export interface BcaInterval extends Bounds {
  readonly bias: number | null;
  readonly acceleration: number | null;
  readonly method: "bootstrap-bca" | "bootstrap-percentile";
}

/**
 * Bias-corrected and accelerated bootstrap interval.
 *
 * @param estimate - value of the statistic on the data themselves
 * @param sorted - replicates ascending, finite
 * @param acceleration - from jackknifeAcceleration; `null` where it has none
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds on the scale of the replicates. Falls back to the percentile interval, and says so, where no
 *   replicate or every one lies below the estimate (z0 is infinite), where the acceleration is `null`, or where it
 *   turns the order of the bounds round; `null` where all replicates are equal, or there are none
 * @throws RangeError `Unexpected level 1, expected 0 < level < 1`
 * @see Efron 1987, JASA 82:171; quantiles by bootstrapQuantile
 * @example
 * bcaInterval(4, [1, 2, 4, 8, 16], 0.05, 0.5) // { low: 1, high: 5.6424, bias: -0.2533, acceleration: 0.05, method: "bootstrap-bca" }
 */
export function bcaInterval(
  estimate: number,
  sorted: readonly number[],
  acceleration: number | null,
  level = 0.95,
): BcaInterval | null {
  checkLevel(level);
  const percentile = percentileInterval(sorted, level);
  if (percentile === null) return null;

  const fallback = {
    ...percentile,
    bias: null,
    acceleration: null,
    method: "bootstrap-percentile",
  } as const;
  const below = sorted.filter((value) => value < estimate).length / sorted.length;
  if (below === 0 || below === 1 || acceleration === null) return fallback;

  const bias = normalQuantile(below);
  const moved = (tail: number): number | null => {
    const z = bias + normalQuantile(tail);
    const stretch = 1 - acceleration * z;
    const share = normalCdf(bias + z / stretch);
    return stretch <= 0 || share <= 0 || share >= 1 ? null : share;
  };
  const first = moved((1 - level) / 2);
  const last = moved((1 + level) / 2);
  if (first === null || last === null || first >= last) return fallback;

  const low = bootstrapQuantile(sorted, first) ?? percentile.low;
  const high = bootstrapQuantile(sorted, last) ?? percentile.high;
  return { low, high, bias, acceleration, method: "bootstrap-bca" };
}
