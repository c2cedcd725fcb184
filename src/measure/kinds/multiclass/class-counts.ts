import type { ScoreTable } from "../../../stats/types.js";

/** What rows with many classes come down to: counts of groups, never rows. */
export interface ClassCounts {
  readonly rows: number;
  readonly labelBlank: number;
  /** Rows with a label and no prediction. */
  readonly predictionBlank: number;
  /** Rows whose id was seen before; null when no id column was named. */
  readonly duplicates: number | null;
  readonly subjects: number | null;
  /** Every class, in the order of the plan, else numbers by size and words by their letters. */
  readonly classes: readonly string[];
  /** The first is over all cases; then one per slice column, in the order of the plan. */
  readonly tables: readonly ClassTable[];
  /** Null where the plan names no scores. */
  readonly scores: ClassScores | null;
}

/** Groups of cases that share slice value, subject, actual and predicted class: one array entry per group. */
export interface ClassTable {
  /** Slice column; null for all cases. */
  readonly column: string | null;
  readonly values: readonly (string | null)[];
  readonly group: Int32Array;
  /** Places among the classes. */
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
  /** Number of the subject; empty when no subject column was named. */
  readonly subject: Int32Array;
  readonly n: Float64Array;
}

export interface ClassScores {
  /** Per class its own scores, its cases against all others; empty for a class without a score column. */
  readonly tables: readonly ScoreTable[];
  /** The same per class and subject; null when no subject column was named. */
  readonly bySubject: readonly ReadonlyMap<number, ScoreTable>[] | null;
  /** Score of the predicted class: `positives` are the cases it was right about. */
  readonly confidence: ScoreTable;
  /** True when every score may be read as a probability: its range is [0, 1]. */
  readonly probability: boolean;
}
