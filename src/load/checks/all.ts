import type { Task } from "../../model/plan.js";
import { checkAttackDetection } from "./attack-detection.js";
import { checkBinary } from "./binary.js";
import { checkComparison } from "./comparison.js";
import type { EvidenceCheck } from "./check.js";
import { checkVerification } from "./verification.js";
import { checkLayers } from "./layers.js";
import { checkForecast } from "./forecast.js";
import { checkRegression } from "./regression.js";
import { checkReported } from "./reported.js";
import { checkSeries } from "./series.js";
import { checkLabels } from "./labels.js";
import { checkMulticlass } from "./multiclass.js";

/** The check of every kind of evidence. */
export const checks: Readonly<Record<Task, EvidenceCheck>> = {
  binary: checkBinary,
  verification: checkVerification,
  "attack-detection": checkAttackDetection,
  layers: checkLayers,
  comparison: checkComparison,
  regression: checkRegression,
  forecast: checkForecast,
  series: checkSeries,
  multiclass: checkMulticlass,
  labels: checkLabels,
  reported: checkReported,
};
