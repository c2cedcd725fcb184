import type { MetricOf } from "../metric.js";
import { failureRate, type TransactionParts } from "./transaction.js";

export const fta: MetricOf<TransactionParts> = {
  id: "fta",
  summary: "Failure to acquire: attempts without a usable sample, of all attempts.",
  of: "attempts",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (parts, level) => failureRate(parts.fta, level),
};
