import type { MetricDescription, MetricOf } from "../metric.js";
import type { Audit, AuditedGroup } from "./audited.js";
import { calibrationWithinGroup } from "./calibration-within-group.js";
import { demographicParityDifference } from "./demographic-parity-difference.js";
import { equalOpportunityDifference } from "./equal-opportunity-difference.js";
import { equalisedOddsDifference } from "./equalised-odds-difference.js";
import { impactRatio } from "./impact-ratio.js";
import { impactRatioP } from "./impact-ratio-p.js";
import { predictiveParityDifference } from "./predictive-parity-difference.js";
import { selectionRate } from "./selection-rate.js";

/** Metrics of each group. */
export const groupMetrics: readonly MetricOf<AuditedGroup>[] = [
  selectionRate,
  impactRatio,
  impactRatioP,
  calibrationWithinGroup,
];

/** Metrics of all groups of an axis together. */
export const axisMetrics: readonly MetricOf<Audit>[] = [
  demographicParityDifference,
  equalOpportunityDifference,
  equalisedOddsDifference,
  predictiveParityDifference,
];

/** Metrics of fairness between the groups of protected attributes. */
export const fairnessMetrics: readonly MetricDescription[] = [...groupMetrics, ...axisMetrics];
