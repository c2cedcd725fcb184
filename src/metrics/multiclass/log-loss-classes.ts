import { multiclassLogLoss } from "../../stats/multiclass-log-loss.js";
import { fromScores } from "./from-scores.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const logLossOfClasses: MetricOf<ClassCell> = {
  id: "log-loss-classes",
  summary: "Mean of minus the natural logarithm of the probability given to the actual class.",
  of: "cases",
  unit: "score",
  origin: "measured",
  better: "lower",
  compute: (cell) => fromScores(cell, (tables) => multiclassLogLoss(tables)?.value ?? null),
};
