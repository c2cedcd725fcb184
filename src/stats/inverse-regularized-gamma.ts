import { checkGammaArguments } from "./check-gamma-arguments.js";
import { checkShare } from "./check-share.js";
import { gammaPowerTerm } from "./gamma-power-term.js";
import { regularizedGamma } from "./regularized-gamma.js";
import { regularizedGammaUpper } from "./regularized-gamma-upper.js";

/**
 * Quantile of the Gamma(a) distribution: the x at which P(a, x) = p.
 *
 * @param p - a probability in [0, 1]
 * @param a - shape, a finite number above 0
 * @returns a number >= 0 to about 1e-12 relative; 0 at p = 0 and where x is below 1e-307, Infinity at p = 1
 * @throws RangeError outside the stated ranges
 * @see the defining equation, by Newton steps on the logarithm of the smaller tail inside a bisection bracket
 * @example
 * inverseRegularizedGamma(0.5, 1) // 0.69314718056
 */
export function inverseRegularizedGamma(p: number, a: number): number {
  checkShare("p", p);
  checkGammaArguments(a, 0);
  if (p === 0) return 0;
  if (p === 1) return Infinity;

  return p <= regularizedGamma(a, a) ? belowMean(p, a) : aboveMean(p, a);
}

/** Newton in u = ln x, against which ln P is nearly straight: slope a far out. */
function belowMean(p: number, a: number): number {
  if (regularizedGamma(a, SMALLEST) >= p) return 0;
  let low = Math.log(SMALLEST);
  let high = Math.log(a);
  let u = high;
  for (let step = 0; step < MAX_STEPS && high - low > 1e-16 * Math.abs(high); step += 1) {
    const x = Math.exp(u);
    const tail = regularizedGamma(a, x);
    if (tail > p) high = u;
    else low = u;
    const newton = u - ((Math.log(tail) - Math.log(p)) * tail) / (a * gammaPowerTerm(a, x));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - u) <= SETTLED) return Math.exp(next);
    u = next;
  }
  return Math.exp(u);
}

/** Newton on ln Q against x itself. */
function aboveMean(p: number, a: number): number {
  let low = a;
  let high = 2 * a + 1;
  while (regularizedGammaUpper(a, high) > 1 - p) high *= 2;
  let x = low;
  for (let step = 0; step < MAX_STEPS && high - low > 1e-16 * high; step += 1) {
    const tail = regularizedGammaUpper(a, x);
    if (tail < 1 - p) high = x;
    else low = x;
    const newton = x + ((Math.log(tail) - Math.log1p(-p)) * tail * x) / (a * gammaPowerTerm(a, x));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= SETTLED * x) return next;
    x = next;
  }
  return x;
}

/** Below this, numbers are subnormal and lose digits. */
const SMALLEST = 1e-307;

/** A relative step below this is rounding. */
const SETTLED = 1e-14;

const MAX_STEPS = 200;
