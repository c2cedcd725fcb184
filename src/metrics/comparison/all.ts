import type { MetricDescription, MetricOf } from "../metric.js";
import { bootstrapAccuracyDifference } from "./bootstrap-accuracy-difference.js";
import { bootstrapPrecisionDifference } from "./bootstrap-precision-difference.js";
import { mcnemarExactP } from "./mcnemar-exact-p.js";
import { mcnemarMidP } from "./mcnemar-mid-p.js";
import type { Pair } from "./pair.js";
import { pairedAccuracyDifference } from "./paired-accuracy-difference.js";
import { pairedFalseAlarmsDifference } from "./paired-false-alarms-difference.js";
import { pairedRecallDifference } from "./paired-recall-difference.js";
import { pairedRocAucDifference } from "./paired-roc-auc-difference.js";
import { settlingCases } from "./settling-cases.js";
import { settlingCasesPower } from "./settling-cases-power.js";

/** Metrics of two models on the same cases. */
export const pairMetrics: readonly MetricOf<Pair>[] = [
  pairedAccuracyDifference,
  pairedRecallDifference,
  pairedFalseAlarmsDifference,
  mcnemarExactP,
  mcnemarMidP,
  settlingCases,
  settlingCasesPower,
  bootstrapAccuracyDifference,
  bootstrapPrecisionDifference,
];

/** What the author says a model costs; nothing computes it. */
const costPer1000: MetricDescription = {
  id: "cost-per-1000",
  summary: "What 1,000 cases cost with a model, as stated.",
  of: "cases",
  unit: "money",
  origin: "measured",
  better: "lower",
};

/** Metrics that only a comparison has, in the order the ledger lists them. */
export const comparisonMetrics: readonly MetricDescription[] = [
  ...pairMetrics,
  pairedRocAucDifference,
  costPer1000,
];
