import { checkBinCounts } from "./check-bin-counts.js";
import { compensatedSum } from "./compensated-sum.js";

/**
 * Jensen-Shannon distance of two samples over the same bins: the root of the divergence, base 2.
 *
 * @param reference - counts per bin
 * @param current - counts per bin, same bins
 * @returns a distance in [0, 1]: 0 for equal shares, 1 where no bin is shared; `null` where a sample is empty
 * @throws RangeError for counts that are negative or over other bins, as checkBinCounts
 * @see Lin 1991, IEEE Trans. Inf. Theory 37:145; Endres & Schindelin 2003, ibid. 49:1858 (the root is a metric)
 * @example
 * jensenShannonDistance([1000, 2000, 3000, 2500, 1500], [800, 1700, 3000, 2800, 1700]) // 0.0523962
 */
export function jensenShannonDistance(
  reference: readonly number[],
  current: readonly number[],
): number | null {
  const totals = checkBinCounts(reference, current);
  if (totals.reference === 0 || totals.current === 0) return null;

  const terms = reference.map((count, bin) => {
    const p = count / totals.reference;
    const q = (current[bin] ?? 0) / totals.current;
    return (half(p, (p + q) / 2) + half(q, (p + q) / 2)) / 2;
  });
  return Math.sqrt(Math.min(1, Math.max(0, compensatedSum(terms))));
}

function half(share: number, mean: number): number {
  return share === 0 ? 0 : share * Math.log2(share / mean);
}
