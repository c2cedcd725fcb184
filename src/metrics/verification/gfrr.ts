import type { MetricOf } from "../metric.js";
import { transactionRate, type TransactionParts } from "./transaction.js";

export const gfrr: MetricOf<TransactionParts> = {
  id: "gfrr",
  summary: "Generalised false rejection rate, enrolment included: FTE + (1 - FTE) (FTA + FNMR (1 - FTA)).",
  of: "positives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (parts, level) => transactionRate("gfrr", parts, level),
};
