import type { MetricOf } from "../metric.js";
import { failureRate, type TransactionParts } from "./transaction.js";

export const fte: MetricOf<TransactionParts> = {
  id: "fte",
  summary: "Failure to enrol: people who could not be enrolled, of all who tried.",
  of: "subjects",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (parts, level) => failureRate(parts.fte, level),
};
