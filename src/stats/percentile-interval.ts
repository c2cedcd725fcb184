import { bootstrapQuantile } from "./bootstrap-quantile.js";
import { checkLevel } from "./check-level.js";
import { sortedQuantile } from "./sorted-quantile.js";
import type { Bounds } from "./types.js";

/**
 * Percentile interval of bootstrap replicates.
 *
 * @param sorted - replicates ascending, finite
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @param rule - "boot": the order statistics of rank (R + 1) p (bootstrapQuantile); "type-7": linear interpolation
 *   (sortedQuantile), for replicates that list every possible resample; defaults to "boot"
 * @returns bounds on the scale of the replicates; `null` where they are all equal, or there are none: an interval of
 *   no width would claim certainty
 * @throws RangeError `Unexpected level 1, expected 0 < level < 1`
 * @see Efron 1979, Annals of Statistics 7:1; Davison & Hinkley 1997, Bootstrap Methods, 5.3.1
 * @example
 * percentileInterval([1, 2, 4, 8, 16], 0.5) // { low: 1.5458, high: 11.6335 }
 */
export function percentileInterval(
  sorted: readonly number[],
  level = 0.95,
  rule: "boot" | "type-7" = "boot",
): Bounds | null {
  checkLevel(level);
  if (sorted[0] === sorted.at(-1)) return null;

  const quantile = rule === "boot" ? bootstrapQuantile : sortedQuantile;
  const low = quantile(sorted, (1 - level) / 2);
  const high = quantile(sorted, (1 + level) / 2);
  return low === null || high === null ? null : { low, high };
}
