import { accuracy } from "./accuracy.js";
import { accuracyTest } from "./accuracy-test.js";
import { averagePrecision } from "./average-precision.js";
import { attackMetrics } from "./attack-detection/all.js";
import { bandMetrics } from "./bands/all.js";
import { baseRate } from "./base-rate.js";
import { comparisonMetrics } from "./comparison/all.js";
import { brierReliability } from "./brier-reliability.js";
import { brierResolution } from "./brier-resolution.js";
import { brierScore } from "./brier-score.js";
import { brierUncertainty } from "./brier-uncertainty.js";
import { calibrationInTheLarge } from "./calibration-in-the-large.js";
import { calibrationIntercept } from "./calibration-intercept.js";
import { calibrationSlope } from "./calibration-slope.js";
import { driftMetrics } from "./drift/all.js";
import { ece } from "./ece.js";
import { eceExpected } from "./ece-expected.js";
import { f1 } from "./f1.js";
import { f1Test } from "./f1-test.js";
import { fairnessMetrics } from "./fairness/all.js";
import { falseAlarms } from "./false-alarms.js";
import { flagRate } from "./flag-rate.js";
import { flagRateTest } from "./flag-rate-test.js";
import { layerMetrics } from "./layers/all.js";
import { errorMetrics, forecastMetrics } from "./forecast/all.js";
import { logLoss } from "./log-loss.js";
import { meanScore } from "./mean-score.js";
import type { Metric, MetricDescription } from "./metric.js";
import type { Task } from "../model/plan.js";
import { labelMetrics } from "./labels/all.js";
import { multiclassMetrics } from "./multiclass/all.js";
import { precisionOfClass } from "./multiclass/precision.js";
import { recallOfClass } from "./multiclass/recall.js";
import { npv } from "./npv.js";
import { npvTest } from "./npv-test.js";
import { numberNeededToFlag } from "./number-needed-to-flag.js";
import { numberNeededToFlagTest } from "./number-needed-to-flag-test.js";
import { observedExpectedRatio } from "./observed-expected-ratio.js";
import { precision } from "./precision.js";
import { precisionTest } from "./precision-test.js";
import { recall } from "./recall.js";
import { rocAuc } from "./roc-auc.js";
import { seriesMetrics } from "./series/all.js";
import { specificity } from "./specificity.js";
import { spiegelhalterZ } from "./spiegelhalter-z.js";
import { valueMissed } from "./value-missed.js";
import { valueTotal } from "./value-total.js";
import { verificationMetrics } from "./verification/all.js";

/** Metrics of binary evidence, in the order the ledger lists them. */
export const metrics: readonly Metric[] = [
  baseRate,
  recall,
  falseAlarms,
  specificity,
  precision,
  precisionTest,
  numberNeededToFlag,
  numberNeededToFlagTest,
  npv,
  npvTest,
  flagRate,
  flagRateTest,
  accuracy,
  accuracyTest,
  f1,
  f1Test,
  rocAuc,
  averagePrecision,
  meanScore,
  observedExpectedRatio,
  calibrationInTheLarge,
  calibrationIntercept,
  calibrationSlope,
  brierScore,
  brierReliability,
  brierResolution,
  brierUncertainty,
  spiegelhalterZ,
  logLoss,
  ece,
  eceExpected,
  valueTotal,
  valueMissed,
];

/** Metrics by the kind of evidence they measure; the same name means the same thing everywhere. */
export const metricsOfTask: Readonly<Record<Task, readonly MetricDescription[]>> = {
  binary: [...metrics, ...bandMetrics, ...fairnessMetrics, ...driftMetrics],
  verification: verificationMetrics,
  "attack-detection": attackMetrics,
  layers: layerMetrics,
  comparison: [...metrics, ...comparisonMetrics],
  regression: errorMetrics,
  forecast: forecastMetrics,
  series: seriesMetrics,
  multiclass: multiclassMetrics,
  labels: labelMetrics,
  reported: [recallOfClass, precisionOfClass],
};

/** Every metric there is, each name once. */
export const allMetrics: readonly MetricDescription[] = Object.values(metricsOfTask)
  .flat()
  .filter((metric, index, all) => all.findIndex(({ id }) => id === metric.id) === index);
