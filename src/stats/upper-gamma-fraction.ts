import { gammaPowerTerm } from "./gamma-power-term.js";

/**
 * Regularized upper incomplete gamma Q(a, x) by continued fraction, for x at or above a + 1.
 *
 * @param a - shape, above 0
 * @param x - a number >= a + 1
 * @returns a probability in [0, 1] to about 1e-14 relative; 0 where it underflows
 * @see Abramowitz & Stegun 6.5.31, its even part; evaluated by the modified Lentz scheme
 * @example
 * upperGammaFraction(2, 4) // 0.0915781944
 */
export function upperGammaFraction(a: number, x: number): number {
  const power = gammaPowerTerm(a, x);
  if (power === 0) return 0;

  let partial = x + 1 - a;
  let fraction = partial;
  let c = partial;
  let d = 0;
  for (let n = 1; n <= MAX_STEPS; n += 1) {
    const numerator = n * (a - n);
    partial += 2;
    d = 1 / notZero(partial + numerator * d);
    c = notZero(partial + numerator / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2.3e-16) break;
  }
  return Math.min(1, (a * power) / fraction);
}

function notZero(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value;
}

const MAX_STEPS = 1_000_000;
