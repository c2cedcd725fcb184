import { compensatedSum } from "./compensated-sum.js";

/**
 * Scale of the mean absolute scaled error (MASE): how far off "the same as one season ago" was while training.
 * MASE is the mean absolute error over this; below 1 beats that naive forecast.
 *
 * @param training - the series before the forecast began, in order of time, finite numbers
 * @param season - periods of one season, an integer >= 1; 1 compares with the period before
 * @returns the mean of |value - value one season before|, in the unit of the series; `null` where the series is not
 *   longer than a season, or where it repeats itself exactly, so that nothing can be divided by it
 * @throws RangeError `Unexpected season 0, expected an integer >= 1`
 * @see Hyndman & Koehler 2006, Int. J. Forecasting 22:679, section 3.4
 * @example
 * seasonalNaiveScale([1, 5, 2, 7], 2) // 1.5
 */
export function seasonalNaiveScale(training: readonly number[], season: number): number | null {
  if (!Number.isInteger(season) || season < 1) {
    throw new RangeError(`Unexpected season ${season}, expected an integer >= 1`);
  }
  const steps = training.slice(season).map((value, t) => Math.abs(value - (training[t] ?? value)));
  const sum = compensatedSum(steps);
  return steps.length === 0 || sum === 0 ? null : sum / steps.length;
}
