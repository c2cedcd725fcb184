import { compensatedSum } from "./compensated-sum.js";

/**
 * Correlation of a series with itself one period later: how much neighbours move together.
 *
 * @param residuals - what is left of a series after its levels, in order of time
 * @returns the lag-1 autocorrelation around the mean, in [-1, 1]; `null` below 3 values or for a constant series
 * @see Box & Jenkins 1970, Time Series Analysis, 2.1.5
 * @example
 * lagOneCorrelation([1, 2, 3, 4, 5]) // 0.4
 */
export function lagOneCorrelation(residuals: readonly number[]): number | null {
  const mean = compensatedSum(residuals) / residuals.length;
  const squares = compensatedSum(residuals, (value) => (value - mean) ** 2);
  if (residuals.length < 3 || !(squares > 1e-24 * residuals.length * mean * mean)) return null;
  const products = residuals.slice(1).map((value, t) => (value - mean) * ((residuals[t] ?? mean) - mean));
  return compensatedSum(products) / squares;
}
