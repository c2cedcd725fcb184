import { checkBinCounts } from "./check-bin-counts.js";
import { compensatedSum } from "./compensated-sum.js";

/**
 * Population stability index between two samples over the same bins. Compare it with what chance gives (psiNull): 0.1
 * is easily reached by noise below 400 cases.
 *
 * @param reference - counts per bin of the reference sample
 * @param current - counts per bin of the current sample, same bins
 * @param floor - the share that stands for an empty bin, not renormalised; defaults to 1e-4
 * @returns the index, >= 0 but for what the floor adds or takes; `null` where a sample is empty
 * @throws RangeError for counts that are negative or over other bins, as checkBinCounts
 * @see Siddiqi 2006, Credit Risk Scorecards, chapter 7; Kullback's symmetric divergence J
 * @example
 * psi([1000, 2000, 3000, 2500, 1500], [400, 1200, 2900, 3200, 2300]) // 0.147658
 */
export function psi(reference: readonly number[], current: readonly number[], floor = 1e-4): number | null {
  const totals = checkBinCounts(reference, current);
  if (totals.reference === 0 || totals.current === 0) return null;

  const shares = reference.map((count, bin) => ({
    expected: count === 0 ? floor : count / totals.reference,
    actual: current[bin] === 0 ? floor : (current[bin] ?? 0) / totals.current,
  }));
  return compensatedSum(shares, ({ expected, actual }) => (actual - expected) * Math.log(actual / expected));
}
