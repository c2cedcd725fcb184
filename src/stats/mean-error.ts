import type { ErrorSums } from "./error-sums.js";

/**
 * Mean error of predictions in the unit of the target: positive means too high on average.
 *
 * @param sums - error sums as errorSums gives them
 * @returns the mean of forecast - actual; `null` for no cases
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679; note the sign
 * @example
 * meanError({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // 0.5
 */
export function meanError(sums: ErrorSums): number | null {
  return sums.n === 0 ? null : sums.error / sums.n;
}
