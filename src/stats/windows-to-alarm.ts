import { checkShare } from "./check-share.js";
import { regularizedBeta } from "./regularized-beta.js";

/**
 * How many windows pass, on average, until an alarm that rings when a share was above its limit in so many windows in
 * a row. At the usual rate that is the time between false alarms, at a harmful one the delay until it is noticed.
 *
 * @param n - cases per window, an integer of at least 1
 * @param rate - true share of the cases in each window, a fraction in [0, 1]
 * @param limit - the share above which a window counts, a fraction in [0, 1]
 * @param windows - windows in a row, an integer of at least 1; defaults to 1
 * @returns a number of at least `windows`; `Infinity` where no window can be above the limit
 * @throws RangeError `Unexpected n 0, expected an integer >= 1`
 * @see Feller 1968, Introduction to Probability Theory I, XIII.7, mean time to a run of successes; windows independent
 * @example
 * windowsToAlarm(100, 0.05, 0.09, 2) // 1294.00235
 */
export function windowsToAlarm(n: number, rate: number, limit: number, windows = 1): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Unexpected n ${n}, expected an integer >= 1`);
  if (!Number.isInteger(windows) || windows < 1)
    throw new RangeError(`Unexpected windows ${windows}, expected an integer >= 1`);
  checkShare("rate", rate);
  checkShare("limit", limit);

  // Cases just at the limit do not ring; a product such as 0.07 * 100 may lie a hair below its whole number.
  const most = Math.floor(limit * n + 1e-9);
  if (most >= n || rate === 0) return Infinity;
  const above = rate === 1 ? 1 : regularizedBeta(rate, most + 1, n - most);
  if (above === 0) return Infinity;
  return above === 1 ? windows : (above ** -windows - 1) / (1 - above);
}
