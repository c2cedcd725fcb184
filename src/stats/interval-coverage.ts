import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { clopperPearsonInterval } from "./clopper-pearson-interval.js";
import { exactBinomialP } from "./exact-binomial-p.js";
import type { Bounds } from "./types.js";

/** How many intervals held what came true, against how many claim to. */
export interface IntervalCoverage {
  readonly share: number;
  readonly interval: Bounds;
  /** Two-sided exact p-value of the claimed coverage. */
  readonly p: number;
  /** Against the interval: `cannot-tell` where it includes the claimed coverage, which is no praise either. */
  readonly verdict: "too-low" | "too-high" | "cannot-tell";
}

/**
 * Coverage of interval forecasts with its exact interval, and whether it contradicts what the intervals claim.
 *
 * @param covered - cases whose actual lay within its bounds, a count
 * @param n - cases with an interval, a count; taken as independent, so for overlapping horizons too sure of itself
 * @param nominal - the coverage claimed, a fraction in (0, 1)
 * @param level - coverage of the interval around the share, a fraction in (0, 1); defaults to 0.95
 * @returns share, exact interval, p-value and verdict; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404; Christoffersen 1998, Int. Econ. Rev. 39:841 (unconditional coverage)
 * @example
 * intervalCoverage(17, 24, 0.8) // { share: 0.7083, interval: { low: 0.4891, high: 0.8738 }, p: 0.3034, verdict: "cannot-tell" }
 */
export function intervalCoverage(
  covered: number,
  n: number,
  nominal: number,
  level = 0.95,
): IntervalCoverage | null {
  checkLevel(nominal, "nominal");
  const share = checkProportion(covered, n);
  const interval = clopperPearsonInterval(covered, n, level);
  if (share === null || interval === null) return null;

  const verdict = interval.high < nominal ? "too-low" : interval.low > nominal ? "too-high" : "cannot-tell";
  return { share, interval, p: exactBinomialP(covered, n, nominal), verdict };
}
