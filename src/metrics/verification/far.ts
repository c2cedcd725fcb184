import type { MetricOf } from "../metric.js";
import { transactionRate, type TransactionParts } from "./transaction.js";

export const far: MetricOf<TransactionParts> = {
  id: "far",
  summary: "False acceptance rate of a transaction with one attempt: FMR (1 - FTA).",
  of: "negatives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (parts, level) => transactionRate("far", parts, level),
};
