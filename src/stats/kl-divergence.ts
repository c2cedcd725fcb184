import { checkBinCounts } from "./check-bin-counts.js";
import { compensatedSum } from "./compensated-sum.js";

/**
 * Kullback-Leibler divergence of the current distribution from the reference, over the same bins.
 *
 * @param current - counts per bin
 * @param reference - counts per bin, same bins
 * @returns sum of current * ln(current / reference) over shares, in nats, >= 0; `null` where a sample is empty or the
 *   reference has an empty bin that the current one fills, where it is infinite
 * @throws RangeError for counts that are negative or over other bins, as checkBinCounts
 * @see Kullback & Leibler 1951, Ann. Math. Statist. 22:79
 * @example
 * klDivergence([800, 1700, 3000, 2800, 1700], [1000, 2000, 3000, 2500, 1500]) // 0.00753006
 */
export function klDivergence(current: readonly number[], reference: readonly number[]): number | null {
  const totals = checkBinCounts(reference, current);
  if (totals.reference === 0 || totals.current === 0) return null;

  const terms = current.map((count, bin) => {
    const share = count / totals.current;
    return share === 0 ? 0 : share * Math.log((share * totals.reference) / (reference[bin] ?? 0));
  });
  const sum = compensatedSum(terms);
  return Number.isFinite(sum) ? Math.max(0, sum) : null;
}
