import type { MetricDescription, MetricOf } from "../metric.js";
import { accuracyOfClasses } from "./accuracy.js";
import { baseRateOfClass } from "./base-rate.js";
import { brierScoreOfClasses } from "./brier-score-classes.js";
import type { ClassCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { confused } from "./confused.js";
import { f1OfClass } from "./f1.js";
import { f1Macro } from "./f1-macro.js";
import { f1Micro } from "./f1-micro.js";
import { f1Weighted } from "./f1-weighted.js";
import { logLossOfClasses } from "./log-loss-classes.js";
import { matthewsOfClasses } from "./matthews.js";
import { precisionOfClass } from "./precision.js";
import { precisionMacro } from "./precision-macro.js";
import { precisionMacroZeros } from "./precision-macro-zeros.js";
import { precisionMicro } from "./precision-micro.js";
import { precisionWeighted } from "./precision-weighted.js";
import { recallOfClass } from "./recall.js";
import { recallMacro } from "./recall-macro.js";
import { recallMicro } from "./recall-micro.js";
import { recallWeighted } from "./recall-weighted.js";
import { rocAucOfClass } from "./roc-auc.js";
import { rocAucMacro } from "./roc-auc-macro.js";
import { rocAucWeighted } from "./roc-auc-weighted.js";

/** Metrics over all classes, in the order the ledger lists them. */
export const averages: readonly MetricOf<ClassCell>[] = [
  accuracyOfClasses,
  recallMacro,
  recallMicro,
  recallWeighted,
  precisionMacro,
  precisionMicro,
  precisionWeighted,
  f1Macro,
  f1Micro,
  f1Weighted,
  rocAucMacro,
  rocAucWeighted,
  matthewsOfClasses,
  brierScoreOfClasses,
  logLossOfClasses,
];

/** Metrics of one class. */
export const classMetrics: readonly ClassMetric[] = [
  baseRateOfClass,
  recallOfClass,
  precisionOfClass,
  f1OfClass,
  rocAucOfClass,
];

/** Every metric of evidence with many classes. */
export const multiclassMetrics: readonly MetricDescription[] = [
  ...averages,
  precisionMacroZeros,
  ...classMetrics,
  confused,
];
