import { checkLevel } from "./check-level.js";
import { normalCriticalValue } from "./normal-critical-value.js";

/** Where the count of positives would lie if the scores were right. */
export interface ConsistencyRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Consistency bar of one band of scores from its sums alone: for bands that were joined, whose scores are gone.
 *
 * The count is normal from a standard deviation of 3 on. Below that it is the binomial of the same mean and variance,
 * of the rarer class, with the number of cases that gives both (rounded): for scores within one band it is the exact
 * Poisson binomial to within one case.
 *
 * @param n - cases of the band, a count of at least 1
 * @param mean - positives expected, the sum of the scores, in [0, n]
 * @param variance - sum of p (1 - p) over the cases, at most n / 4
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns least and greatest count of positives that would be no surprise, in [0, n]
 * @throws RangeError for a level outside of its range, as checkLevel
 * @see Brocker & Smith 2007, Weather Forecast. 22:651; Barbour, Holst & Janson 1992, Poisson Approximation, 1.1
 * @example
 * consistencyRange(100, 50, 25) // { low: 40.2, high: 59.8 }
 */
export function consistencyRange(n: number, mean: number, variance: number, level = 0.95): ConsistencyRange {
  checkLevel(level);
  if (variance >= NORMAL_FROM) {
    const half = normalCriticalValue(level) * Math.sqrt(variance);
    return { low: Math.max(0, mean - half), high: Math.min(n, mean + half) };
  }
  const isHigh = mean > n / 2;
  const rarer = isHigh ? n - mean : mean;
  if (rarer <= 0 || variance <= 0) return { low: mean, high: mean };
  // A mean m and a variance v are those of m / p cases with p = 1 - v / m.
  const share = Math.max(1 - variance / rarer, rarer / n);
  const cases = Math.max(1, Math.round(rarer / share));
  const [few, many] = [(1 - level) / 2, (1 + level) / 2].map((chance) =>
    binomialQuantile(cases, Math.min(1, rarer / cases), chance),
  );
  const [low = 0, high = 0] = isHigh ? [n - (many ?? 0), n - (few ?? 0)] : [few, many];
  return { low: Math.max(0, low), high: Math.min(n, high) };
}

/** From a standard deviation of 3 on the normal distribution serves, as in calibratedBinCount. */
const NORMAL_FROM = 9;

/** Smallest count that is not exceeded with at least this chance. */
function binomialQuantile(n: number, p: number, chance: number): number {
  if (p >= 1) return n;
  let term = (1 - p) ** n;
  let below = term;
  let k = 0;
  while (below < chance && k < n) {
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
    below += term;
    k += 1;
  }
  return k;
}
