import { checkProportion } from "./check-proportion.js";
import { normalCriticalValue } from "./normal-critical-value.js";

/** A ratio of two shares. `ratio` is null at 0 in the second group, `high` is null where nothing bounds it. */
export interface RatioEstimate {
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
}

/**
 * Ratio of two independent proportions with the score interval, which also holds where a count is 0.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns first over second, >= 0 (`null` at x2 = 0), with the ratios that the score test at this level does not
 *   reject: low is 0 at x1 = 0, high is `null` (no upper limit) at x2 = 0. `null` as a whole where either n
 *   is 0 or both counts are 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Koopman 1984, Biometrics 40:513; variance factor N / (N - 1) of Miettinen & Nurminen 1985, Stat. Med. 4:213
 * @example
 * scoreRatio(56, 70, 48, 80) // { ratio: 1.3333, low: 1.079, high: 1.6721 }
 */
export function scoreRatio(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): RatioEstimate | null {
  const p1 = checkProportion(x1, n1);
  const p2 = checkProportion(x2, n2);
  const z = normalCriticalValue(level);
  if (p1 === null || p2 === null || x1 + x2 === 0) return null;

  const score = (logRatio: number): number => scoreStatistic(x1, n1, x2, n2, Math.exp(logRatio));
  return {
    ratio: p2 === 0 ? null : p1 / p2,
    low: x1 === 0 ? 0 : Math.exp(crossing(score, z)),
    high: x2 === 0 ? null : Math.exp(crossing(score, -z)),
  };
}

/** Standardised p1 - ratio p2 at the likeliest pair of shares with that ratio; falls as the ratio grows. */
function scoreStatistic(x1: number, n1: number, x2: number, n2: number, ratio: number): number {
  const gap = x1 / n1 - (ratio * x2) / n2;
  if (gap === 0) return 0;

  const total = n1 + n2;
  const b = ratio * (n1 + x2) + x1 + n2;
  const root = Math.sqrt(Math.max(0, b * b - 4 * total * ratio * (x1 + x2)));
  const q2 = Math.min(1, (2 * (x1 + x2)) / (b + root));
  const q1 = Math.min(1, ratio * q2);
  const variance = (q1 * (1 - q1)) / n1 + (ratio * ratio * q2 * (1 - q2)) / n2;
  return gap / Math.sqrt((variance * total) / (total - 1));
}

/** The logarithm of the ratio at which a falling function passes the target, by bisection. */
function crossing(falling: (logRatio: number) => number, target: number): number {
  let low = -60;
  let high = 60;
  for (let step = 0; step < 70; step += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
