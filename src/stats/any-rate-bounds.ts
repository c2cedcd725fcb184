import { checkRates } from "./check-rates.js";
import type { Bounds } from "./types.js";

/**
 * How often at least one layer stops an honest case, when only the rate of each is known (Frechet bounds).
 *
 * @param rates - false-stop rate of each layer on the same cases, fractions in [0, 1]
 * @returns bounds in [0, 1] that every dependence between the layers keeps: the largest rate, and the sum, at most 1
 * @throws RangeError `Unexpected rates of 0 layers, expected at least 1`
 * @see Frechet 1935, Fund. Math. 25:379; Boole's inequality
 * @example
 * anyRateBounds([0.02, 0.03]) // { low: 0.03, high: 0.05 }
 */
export function anyRateBounds(rates: readonly number[]): Bounds {
  checkRates(rates);
  return {
    low: Math.max(...rates),
    high: Math.min(
      1,
      rates.reduce((sum, rate) => sum + rate, 0),
    ),
  };
}
