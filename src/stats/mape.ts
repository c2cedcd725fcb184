import type { ErrorSums } from "./error-sums.js";

/** The mean absolute percentage error with the number of cases it leaves out. */
export interface Mape {
  readonly value: number;
  readonly n: number;
  readonly excluded: number;
}

/**
 * Mean absolute percentage error (MAPE) over the cases whose actual is not 0. It punishes forecasts that are too high
 * more than those too low.
 *
 * @param sums - error sums as errorSums gives them
 * @returns the ratio (0.15 is 15 %) over `n` cases, with the `excluded` zeros counted; `null` where no actual differs
 *   from 0
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679, section 3.2
 * @example
 * mape({ n: 4, error: 2, absoluteError: 6, squaredError: 16, actual: 40, absoluteActual: 40, zeroActuals: 1, absolutePercentage: 0.3 }) // { value: 0.1, n: 3, excluded: 1 }
 */
export function mape(sums: ErrorSums): Mape | null {
  const n = sums.n - sums.zeroActuals;
  return n === 0 ? null : { value: sums.absolutePercentage / n, n, excluded: sums.zeroActuals };
}
