import type { ErrorSums } from "./error-sums.js";

/**
 * Mean absolute error (MAE): how far off a prediction is on average, regardless of the side.
 *
 * @param sums - error sums as errorSums gives them
 * @returns the mean in the unit of the target, >= 0; `null` for no cases
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679
 * @example
 * meanAbsoluteError({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // 1.5
 */
export function meanAbsoluteError(sums: ErrorSums): number | null {
  return sums.n === 0 ? null : sums.absoluteError / sums.n;
}
