import type { MetricOf } from "../metric.js";
import { transactionRate, type TransactionParts } from "./transaction.js";

export const frr: MetricOf<TransactionParts> = {
  id: "frr",
  summary: "False rejection rate of a transaction with one attempt: FTA + FNMR (1 - FTA).",
  of: "positives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (parts, level) => transactionRate("frr", parts, level),
};
