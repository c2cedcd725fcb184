import { gammaPowerTerm } from "./gamma-power-term.js";

/**
 * Regularized lower incomplete gamma P(a, x) by its power series, for x below a + 1.
 *
 * @param a - shape, above 0
 * @param x - a number in (0, a + 1)
 * @returns a probability in [0, 1] to about 1e-14 relative
 * @see Abramowitz & Stegun 6.5.29
 * @example
 * lowerGammaSeries(2, 1) // 0.264241117657
 */
export function lowerGammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= MAX_STEPS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return Math.min(1, gammaPowerTerm(a, x) * sum);
}

const MAX_STEPS = 1_000_000;
