import type { MetricOf } from "../metric.js";
import { transactionRate, type TransactionParts } from "./transaction.js";

export const gfar: MetricOf<TransactionParts> = {
  id: "gfar",
  summary: "Generalised false acceptance rate, enrolment included: FMR (1 - FTA) (1 - FTE).",
  of: "negatives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (parts, level) => transactionRate("gfar", parts, level),
};
