import { inverseRegularizedBeta } from "./inverse-regularized-beta.js";

/**
 * Quantile of Student's t distribution: the t below which a share p of it lies.
 *
 * @param p - a probability in (0, 1)
 * @param df - degrees of freedom, a number of at least 1, not necessarily an integer
 * @returns t, to about 1e-11 relative; exactly 0 at p = 0.5
 * @throws RangeError outside the stated ranges
 * @see Abramowitz & Stegun 26.7.1, inverted; the closed form for df = 1 (Cauchy)
 * @example
 * studentTQuantile(0.975, 19) // 2.093024054408
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`Unexpected p ${p}, expected 0 < p < 1`);
  if (!(df >= 1) || df === Infinity) throw new RangeError(`Unexpected df ${df}, expected 1 <= df < Infinity`);
  if (p === 0.5) return 0;

  const t = fromTail(Math.min(p, 1 - p), df);
  return p < 0.5 ? -t : t;
}

function fromTail(tail: number, df: number): number {
  if (df === 1) return tail < 0.25 ? 1 / Math.tan(Math.PI * tail) : Math.tan(Math.PI * (0.5 - tail));

  // The share of t^2 in df + t^2 is Beta(1/2, df/2); its upper tail is the two-sided tail of t.
  const central = 1 - 2 * tail;
  if (central < 0.9) {
    const share = inverseRegularizedBeta(central, 0.5, df / 2);
    return Math.sqrt((df * share) / (1 - share));
  }
  const rest = inverseRegularizedBeta(2 * tail, df / 2, 0.5);
  return Math.sqrt((df * (1 - rest)) / rest);
}
