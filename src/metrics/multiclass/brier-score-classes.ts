import { multiclassBrier } from "../../stats/multiclass-brier.js";
import { fromScores } from "./from-scores.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const brierScoreOfClasses: MetricOf<ClassCell> = {
  id: "brier-score-classes",
  summary:
    "Mean squared distance of all class probabilities from what happened, summed over the classes: 0 is best, 2 worst.",
  of: "cases",
  unit: "score",
  origin: "measured",
  better: "lower",
  compute: (cell) => fromScores(cell, (tables) => multiclassBrier(tables)),
};
