import type { ErrorSums } from "./error-sums.js";

/**
 * Weighted absolute percentage error (WAPE): all absolute errors over all actuals, so that zeros do no harm.
 *
 * @param sums - error sums as errorSums gives them
 * @returns a ratio >= 0 (0.12 is 12 %), above 1 where the errors outweigh the actuals; `null` where all actuals are 0
 * @see Kolassa & Schuetz 2007, Foresight 6:40 (as the ratio of MAE and mean)
 * @example
 * wape({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // 0.15
 */
export function wape(sums: ErrorSums): number | null {
  return sums.absoluteActual === 0 ? null : sums.absoluteError / sums.absoluteActual;
}
