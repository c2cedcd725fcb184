import { checkRates } from "./check-rates.js";
import type { Bounds } from "./types.js";

/**
 * How often all layers fail on the same case, when only the rate of each is known (Frechet bounds).
 *
 * @param rates - failure rate of each layer on the same cases, fractions in [0, 1]
 * @returns bounds in [0, 1] that every dependence between the layers keeps: max(0, sum - (k - 1)) and the smallest
 *   rate. Both are reached by some dependence, so nothing narrower follows from the rates alone
 * @throws RangeError `Unexpected rates of 0 layers, expected at least 1`
 * @see Frechet 1935, Fund. Math. 25:379
 * @example
 * jointRateBounds([0.1, 0.1, 0.1]) // { low: 0, high: 0.1 }
 */
export function jointRateBounds(rates: readonly number[]): Bounds {
  checkRates(rates);
  // 1 - sum of (1 - rate), which is the sum less (k - 1) without its rounding.
  const caught = rates.reduce((sum, rate) => sum + (1 - rate), 0);
  return { low: Math.max(0, 1 - caught), high: Math.min(...rates) };
}
