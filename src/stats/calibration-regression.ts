import { fitLogisticOffset } from "./fit-logistic-offset.js";
import { fitLogisticSlope } from "./fit-logistic-slope.js";
import { logit } from "./logit.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/** Logistic recalibration: 0 and 1 for intercept and slope, and 0 in the large, mean perfect calibration. */
export interface CalibrationRegression {
  /** Intercept of the outcome on the log-odds of the score, in log-odds. */
  readonly intercept: number;
  /** Slope of the same fit: below 1 where predictions are too extreme, above 1 where too timid. */
  readonly slope: number;
  readonly seIntercept: number;
  readonly seSlope: number;
  /** Intercept with the slope held at 1, in log-odds: above 0 where the model predicts too few positives. */
  readonly inTheLarge: number;
  readonly seInTheLarge: number;
}

/**
 * Calibration intercept, slope and calibration in the large, by logistic regression on the log-odds of the score.
 *
 * @param table - distinct scores in [0, 1] ascending with counts; scores are moved to [1e-6, 1 - 1e-6] first
 * @returns maximum likelihood estimates in log-odds with their standard errors; `null` for one class, a constant
 *   score, perfect separation, and where Newton's method does not settle
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Cox 1958, Biometrika 45:562; Van Calster et al. 2016, J. Clin. Epidemiol. 74:167
 * @example
 * calibrationRegression([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.8, positives: 2, negatives: 2 }]) // { intercept: -0.5493, slope: 0.3962, seIntercept: 0.7638, seSlope: 0.5509, inTheLarge: -0.7797, seInTheLarge: 0.883 }
 */
export function calibrationRegression(table: ScoreTable): CalibrationRegression | null {
  const groups = probabilityGroups(table).map(({ score, positives, negatives }) => ({
    x: logit(Math.min(1 - EDGE, Math.max(EDGE, score))),
    positives,
    negatives,
  }));
  const line = fitLogisticSlope(groups);
  return line === null ? null : { ...line, ...fitLogisticOffset(groups) };
}

const EDGE = 1e-6;
