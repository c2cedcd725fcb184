/**
 * Variance of a share whose trials come in subjects, (K / (K - 1)) sum (k - p m)^2 / n^2, and its design effect: that
 * over p (1 - p) / (n - 1).
 *
 * @param sums - subjects K, errors = sum k, trials n = sum m, and the sums of k^2, k m and m^2; integers >= 0, not checked
 * @returns a variance below rounding noise counts as 0; `null` with fewer than two subjects, and a design effect of
 *   `null` where all or none are errors
 * @see Cochran 1977, Sampling Techniques, ch. 6 (ratio estimates); Kish 1965, Survey Sampling, 8.2 (design effect)
 * @example
 * clusterVariance({ subjects: 12, errors: 8, trials: 48, sumK2: 14, sumKM: 32, sumM2: 192 }) // { variance: 0.0041, designEffect: 1.3886 }
 */
export function clusterVariance(sums: {
  readonly subjects: number;
  readonly errors: number;
  readonly trials: number;
  readonly sumK2: number;
  readonly sumKM: number;
  readonly sumM2: number;
}): { readonly variance: number | null; readonly designEffect: number | null } {
  const { subjects, errors, trials, sumK2, sumKM, sumM2 } = sums;
  if (subjects < 2) return { variance: null, designEffect: null };
  const share = errors / trials;
  const squares = sumK2 - 2 * share * sumKM + share * share * sumM2;
  const variance = squares <= 1e-12 * sumK2 ? 0 : ((subjects / (subjects - 1)) * squares) / (trials * trials);
  const simple = trials > 1 ? (share * (1 - share)) / (trials - 1) : 0;
  return { variance, designEffect: simple === 0 ? null : variance / simple };
}
