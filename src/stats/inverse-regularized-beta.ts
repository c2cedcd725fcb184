import { betaPowerTerm } from "./beta-power-term.js";
import { checkBetaArguments } from "./check-beta-arguments.js";
import { regularizedBeta } from "./regularized-beta.js";
import { regularizedBetaUpper } from "./regularized-beta-upper.js";

/**
 * Quantile of the Beta(a, b) distribution: the x at which I_x(a, b) = p.
 *
 * @param p - a probability in [0, 1]
 * @param a - first shape, a finite number above 0
 * @param b - second shape, a finite number above 0
 * @returns a fraction in [0, 1] to about 1e-13 relative; 0 at p = 0, 1 at p = 1, 0 where x is below 1e-307
 * @throws RangeError outside the stated ranges
 * @see the defining equation, by Newton steps on the logarithm of the smaller tail inside a bisection bracket
 * @example
 * inverseRegularizedBeta(0.95, 1, 3000) // 0.000998079012
 */
export function inverseRegularizedBeta(p: number, a: number, b: number): number {
  checkBetaArguments("p", p, a, b);
  if (p === 0 || p === 1) return p;

  const mean = a / (a + b);
  return p <= regularizedBeta(mean, a, b) ? belowMean(p, mean, a, b) : aboveMean(p, mean, a, b);
}

/** Newton in u = ln x, against which ln I is nearly straight: slope a far out. */
function belowMean(p: number, mean: number, a: number, b: number): number {
  const target = Math.log(p);
  let low = SMALLEST;
  let high = Math.log(mean);
  let u = high;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const x = Math.exp(u);
    const tail = regularizedBeta(x, a, b);
    if (tail > p) high = Math.min(high, u);
    else low = Math.max(low, u);

    const slope = betaPowerTerm(x, 1 - x, a, b) / ((1 - x) * tail);
    const newton = u - (Math.log(tail) - target) / slope;
    const accepted = newton > low && newton < high;
    const next = accepted ? newton : (low + high) / 2;
    const settled = Math.abs(next - u) <= (accepted ? SETTLED : 1e-16);
    u = next;
    if (settled) break;
  }
  return u < SMALLEST + 1e-6 ? 0 : Math.exp(u);
}

/** Newton on the logarithm of the upper tail against x itself, so that an x near 0 keeps its digits. */
function aboveMean(p: number, mean: number, a: number, b: number): number {
  const target = Math.log1p(-p);
  let low = mean;
  let high = 1;
  let x = mean;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const tail = regularizedBetaUpper(x, a, b);
    if (tail < 1 - p) high = Math.min(high, x);
    else low = Math.max(low, x);

    const hazard = betaPowerTerm(x, 1 - x, a, b) / (x * (1 - x) * tail);
    const newton = x + (Math.log(tail) - target) / hazard;
    const accepted = newton > low && newton < high;
    const next = accepted ? newton : (low + high) / 2;
    const settled = accepted ? SETTLED * Math.min(x, 1 - x) : 0;
    if (Math.abs(next - x) <= Math.max(settled, 2e-16 * x)) return next;
    x = next;
  }
  return x;
}

/** Below this, numbers are subnormal and their logarithms lose digits. */
const SMALLEST = Math.log(1e-307);

/** Newton doubles the digits each step: after a relative step below this, the next would be rounding. */
const SETTLED = 1e-9;

const MAX_STEPS = 200;
