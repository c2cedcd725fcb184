import type { Cell } from "../model/cell.js";
import { calibrationRegression, type CalibrationRegression } from "../stats/calibration-regression.js";
import { normalCriticalValue } from "../stats/normal-critical-value.js";
import type { ScoreTable } from "../stats/types.js";
import { missing, type Measured, type MetricContext } from "./metric.js";

/** Fits made before: three metrics read the same one. */
const fitted = new WeakMap<ScoreTable, CalibrationRegression | null>();

/**
 * One number of the logistic recalibration of a cell, with its normal interval.
 *
 * @param pick - value and standard error, in log-odds
 */
export function recalibration(
  { scores, subjects, n }: Cell,
  { probability, level }: MetricContext,
  pick: (fit: CalibrationRegression) => readonly [value: number, error: number],
): Measured {
  if (scores === null) return missing("no-scores", n);
  if (!probability) return missing("not-probabilities", n);
  if (n === 0) return missing("no-cases");
  const fit = fitOf(scores);
  if (fit === null) return missing("no-fit", n);
  const [value, error] = pick(fit);
  if (subjects !== null) return { ...missing("no-interval-clustered", n), value };
  const half = normalCriticalValue(level) * error;
  const interval = {
    low: value - half,
    high: value + half,
    level,
    method: "normal, logistic recalibration",
    side: "two-sided" as const,
  };
  return { ...missing("", n), reason: null, value, interval };
}

function fitOf(scores: ScoreTable): CalibrationRegression | null {
  const known = fitted.get(scores);
  if (known !== undefined) return known;
  const fit = calibrationRegression(scores);
  fitted.set(scores, fit);
  return fit;
}
