import type { EvaluationPlan, Plan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { Confusion } from "../../../stats/types.js";

/** Parts of one unit of the value column. */
export { decimalScale as valueScale } from "../../query/count-query.js";

/** The rows of a binary evaluation, counted. */
export interface BinaryCounts {
  readonly rows: number;
  readonly labelBlank: number;
  readonly scoreBlank: number;
  readonly scoreNotFinite: number;
  /** Rows whose id was seen before; null when no id column was named. */
  readonly duplicates: number | null;
  readonly subjects: number | null;
  /** Rows without a score by class of their label, to see whether scores are missing at random. */
  readonly scoreMissing: { readonly positives: number; readonly negatives: number };
  /** The first table is over all cases; then one per slice column, in the order of the plan. */
  readonly tables: readonly CountTable[];
  /** Decisions at the thresholds of the options, where scores were cut into bins; empty where they are exact. */
  readonly decisions: readonly OptionDecisions[];
}

/** The confusion counts of one slice at a threshold other than the one in use. */
export interface OptionDecisions {
  readonly slice: string;
  readonly threshold: number;
  readonly confusion: Confusion;
}

/** What the rows of a binary evaluation are asked for. */
export interface BinaryQuestion {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
}

/** Groups of cases that share slice value, subject, outcome, score and decision: one array entry per group. */
export interface CountTable {
  /** Slice column; null for all cases. */
  readonly column: string | null;
  /** Distinct slice values; `group` points into it. */
  readonly values: readonly (string | null)[];
  readonly group: Int32Array;
  /** Number of the subject from 0, -1 for a row without one; empty when no subject column was named. */
  readonly subject: Int32Array;
  readonly positive: Uint8Array;
  readonly flagged: Uint8Array;
  /** Score of the group, its mean where scores were cut into bins; NaN for a model of hard decisions. */
  readonly score: Float64Array;
  readonly n: Int32Array;
  /** Sum of the value column in whole ten-thousandths, and of its squares in those squared: integers add exactly. Empty without one. */
  readonly value: Float64Array;
  readonly valueSquared: Float64Array;
}
