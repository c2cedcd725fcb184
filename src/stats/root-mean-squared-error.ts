import type { ErrorSums } from "./error-sums.js";

/**
 * Root mean squared error (RMSE): as the mean absolute error, but a few large errors weigh more.
 *
 * @param sums - error sums as errorSums gives them
 * @returns the root in the unit of the target, >= 0; `null` for no cases
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679
 * @example
 * rootMeanSquaredError({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // 2
 */
export function rootMeanSquaredError(sums: ErrorSums): number | null {
  return sums.n === 0 ? null : Math.sqrt(sums.squaredError / sums.n);
}
