import { betaPowerTerm } from "./beta-power-term.js";

/**
 * I_x(a, b) by continued fraction, for x at or below the mean a / (a + b), where it is the small tail.
 *
 * @param x - a fraction in (0, a / (a + b)]
 * @param y - 1 - x, passed apart so that a tiny y keeps its digits
 * @param a - first shape, above 0
 * @param b - second shape, above 0
 * @returns a probability in [0, 1] to about 1e-13 relative, after about sqrt(a + b) steps; 0 where it underflows
 * @see DiDonato & Morris 1992, ACM TOMS 18:360, eq. 9; evaluated by the modified Lentz scheme
 * @example
 * betaFraction(0.25, 0.75, 2, 3) // 0.26171875
 */
export function betaFraction(x: number, y: number, a: number, b: number): number {
  const power = betaPowerTerm(x, y, a, b);
  if (power === 0) return 0;

  let fraction = denominator(0, x, y, a, b);
  let c = fraction;
  let d = 0;
  for (let m = 1; m <= MAX_STEPS; m += 1) {
    const numerator = partialNumerator(m, x, a, b);
    const partial = denominator(m, x, y, a, b);
    d = 1 / notZero(partial + numerator * d);
    c = notZero(partial + numerator / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2.3e-16) break;
  }
  return Math.min(1, power / fraction);
}

function partialNumerator(m: number, x: number, a: number, b: number): number {
  const odd = a + 2 * m - 1;
  return ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
}

/** The published a - (a + b) x is written a y - b x, which keeps its digits at b = 1e7. */
function denominator(m: number, x: number, y: number, a: number, b: number): number {
  const even = ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (a + 2 * m + 1);
  return m === 0 ? even : m + (m * (b - m) * x) / (a + 2 * m - 1) + even;
}

function notZero(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value;
}

const MAX_STEPS = 1_000_000;
