import { compensatedSum } from "./compensated-sum.js";

/** A forecast or prediction with what came true, in the unit of the target. */
export interface ForecastPair {
  readonly actual: number;
  readonly forecast: number;
}

/** What every error measure is computed from; sums of two sets of cases add up field by field. */
export interface ErrorSums {
  readonly n: number;
  /** Sum of forecast - actual: positive means too high. */
  readonly error: number;
  readonly absoluteError: number;
  readonly squaredError: number;
  readonly actual: number;
  readonly absoluteActual: number;
  /** Cases whose actual is exactly 0, for which a percentage error does not exist. */
  readonly zeroActuals: number;
  /** Sum of |error / actual| over the other cases. */
  readonly absolutePercentage: number;
}

/**
 * The sums that every error measure of predictions is computed from.
 *
 * @param pairs - finite numbers in the unit of the target
 * @returns counts and sums, 0 for no pairs
 * @throws RangeError `Unexpected forecast NaN, expected a finite number`
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679; the error here is forecast - actual
 * @example
 * errorSums([{ actual: 10, forecast: 12 }, { actual: 0, forecast: 1 }]) // { n: 2, error: 3, absoluteError: 3, squaredError: 5, actual: 10, absoluteActual: 10, zeroActuals: 1, absolutePercentage: 0.2 }
 */
export function errorSums(pairs: readonly ForecastPair[]): ErrorSums {
  for (const { actual, forecast } of pairs) {
    checkFinite("actual", actual);
    checkFinite("forecast", forecast);
  }
  const sum = (valueOf: (pair: ForecastPair) => number): number => compensatedSum(pairs, valueOf);
  return {
    n: pairs.length,
    error: sum(({ actual, forecast }) => forecast - actual),
    absoluteError: sum(({ actual, forecast }) => Math.abs(forecast - actual)),
    squaredError: sum(({ actual, forecast }) => (forecast - actual) ** 2),
    actual: sum(({ actual }) => actual),
    absoluteActual: sum(({ actual }) => Math.abs(actual)),
    zeroActuals: pairs.filter(({ actual }) => actual === 0).length,
    absolutePercentage: sum(({ actual, forecast }) =>
      actual === 0 ? 0 : Math.abs((forecast - actual) / actual),
    ),
  };
}

function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`Unexpected ${name} ${value}, expected a finite number`);
}
