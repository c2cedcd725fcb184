import { normalQuantile } from "./normal-quantile.js";

/**
 * Quantile of bootstrap replicates by the rule of Davison & Hinkley, as R's package boot has it.
 *
 * The order statistic of rank (R + 1) p; between two ranks it interpolates on the scale of normal quantiles. It is
 * wider in the tails than sortedQuantile, which treats the replicates as the whole population.
 *
 * @param sorted - R replicates ascending, finite
 * @param p - share of the replicates below, a fraction in (0, 1)
 * @returns the quantile, on the scale of the replicates; the least or greatest replicate where the rank falls outside
 *   them; `null` without replicates
 * @throws RangeError outside the stated range of p
 * @see Davison & Hinkley 1997, Bootstrap Methods, 5.2.1 and (5.8)
 * @example
 * bootstrapQuantile([1, 2, 4, 8, 16], 0.25) // 1.5458
 */
export function bootstrapQuantile(sorted: readonly number[], p: number): number | null {
  const z = normalQuantile(p);
  const ranks = sorted.length + 1;
  // 0.025 * 2000 is 50.000000000000004 for some p: a hair off a whole rank is that rank.
  const exact = ranks * p;
  const rank = Math.abs(exact - Math.round(exact)) < 1e-9 * ranks ? Math.round(exact) : Math.floor(exact);
  const below = sorted[rank - 1];
  const above = sorted[rank];
  if (below === undefined) return sorted[0] ?? null;
  if (above === undefined || rank >= exact - 1e-9 * ranks) return below;

  const low = normalQuantile(rank / ranks);
  const high = normalQuantile((rank + 1) / ranks);
  return below + ((z - low) / (high - low)) * (above - below);
}
