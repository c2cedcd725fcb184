import type { ErrorSums } from "./error-sums.js";

/**
 * Bias of a forecast as a share of what came true: positive means too high in sum.
 *
 * @param sums - error sums as errorSums gives them
 * @returns sum(forecast - actual) / sum(actual), any sign; `null` where the actuals sum to 0 or less, since a share of
 *   nothing, or of a debt, has no sign to read
 * @see Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, 5.8
 * @example
 * forecastBias({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // 0.05
 */
export function forecastBias(sums: ErrorSums): number | null {
  return sums.actual <= 0 ? null : sums.error / sums.actual;
}
