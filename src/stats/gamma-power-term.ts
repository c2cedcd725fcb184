import { poissonDeviance } from "./poisson-deviance.js";
import { stirlingError } from "./stirling-error.js";

/**
 * x^a e^-x / Gamma(a + 1), the factor in front of every expansion of the incomplete gamma function.
 *
 * @param a - shape, above 0
 * @param x - a number above 0
 * @returns the term, >= 0; the Poisson probability of a events at mean x where a is an integer
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 * @example
 * gammaPowerTerm(3, 2) // 0.180447044
 */
export function gammaPowerTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - poissonDeviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}
