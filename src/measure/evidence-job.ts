import type { Failure, Message } from "../errors.js";
import type { EvidenceFile } from "../model/project.js";

/**
 * What an engine is asked, and what it answers: counts, never rows.
 *
 * The answer adds up: tables of two files, or of two shards, merge by adding the counts of equal groups.
 */
export interface EvidenceJob {
  readonly file: EvidenceFile;
  readonly label: string;
  readonly positive: string;
  /** Value that means negative; null when the label has just two values. */
  readonly negative: string | null;
  readonly score: string | null;
  /** Lowest and highest score that may occur. */
  readonly scoreRange: readonly [number, number];
  readonly prediction: string | null;
  readonly flag: "at-or-above" | "below";
  readonly threshold: number | null;
  readonly subject: string | null;
  readonly rowId: string | null;
  readonly value: string | null;
  readonly slices: readonly SliceColumn[];
}

export interface SliceColumn {
  readonly column: string;
  /** Rising cuts of a numeric column; null takes the values as they are. */
  readonly cuts: readonly number[] | null;
}

export interface EvidenceCounts {
  readonly rows: number;
  readonly labelBlank: number;
  readonly scoreBlank: number;
  readonly scoreNotFinite: number;
  /** Rows whose id was seen before; null when no id column was named. */
  readonly duplicates: number | null;
  readonly subjects: number | null;
  /** Rows without a score by class of their label, to see whether scores are missing at random. */
  readonly scoreMissing: { readonly positives: number; readonly negatives: number };
  /** The first table is over all cases; then one per slice column, in the order of the job. */
  readonly tables: readonly CountTable[];
}

/** Parts of one unit of the value column. */
export const valueScale = 10_000;

/** Groups of cases that share slice value, subject, outcome, score and decision: one array entry per group. */
export interface CountTable {
  /** Slice column; null for all cases. */
  readonly column: string | null;
  /** Distinct slice values; `group` points into it. */
  readonly values: readonly (string | null)[];
  readonly group: Int32Array;
  /** Number of the subject from 0; empty when no subject column was named. */
  readonly subject: Int32Array;
  readonly positive: Uint8Array;
  readonly flagged: Uint8Array;
  /** Score of the group; NaN when the model gives hard decisions only. */
  readonly score: Float64Array;
  readonly n: Int32Array;
  /** Sum of the value column in whole ten-thousandths, and of its squares in those squared: integers add exactly. Empty without one. */
  readonly value: Float64Array;
  readonly valueSquared: Float64Array;
  /** Bins the score was cut into; null when every distinct score is its own group. */
  readonly bins: number | null;
}

export interface EvidenceFailure {
  readonly failure: Failure;
  readonly messages: readonly Message[];
}

/** One door to data: another engine is one file beside `duckdb.ts`. */
export interface Engine {
  readonly id: string;
  readonly count: (job: EvidenceJob) => Promise<EvidenceCounts>;
}

/** What a table looks like, before anyone has said what its columns mean. */
export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly name: string;
  /** Distinct values, blanks left out. */
  readonly distinct: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** True when every filled cell is a number. */
  readonly numeric: boolean;
  readonly low: number | null;
  readonly high: number | null;
  /** The most frequent values, at most twelve. */
  readonly values: readonly string[];
}
