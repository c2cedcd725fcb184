import { poissonDeviance } from "./poisson-deviance.js";
import { stirlingError } from "./stirling-error.js";

/**
 * x^a y^b / B(a, b), the factor in front of every expansion of the incomplete beta function.
 *
 * Saddle-point form: the large logarithms of x^a, y^b and B(a, b) never meet, so nothing is lost at a = 1e7.
 *
 * @param x - a number in [0, 1]
 * @param y - 1 - x, passed apart so that a tiny y keeps its digits
 * @param a - first shape, above 0
 * @param b - second shape, above 0
 * @returns the term, >= 0; x y times the beta density; 0 at x = 0 or y = 0
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 * @example
 * betaPowerTerm(0.25, 0.75, 2, 3) // 0.31640625
 */
export function betaPowerTerm(x: number, y: number, a: number, b: number): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const scale = Math.sqrt((a / n) * (b / (2 * Math.PI)));
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return scale * Math.exp(stirling - poissonDeviance(a, n * x) - poissonDeviance(b, n * y));
}
