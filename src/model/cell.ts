import type { Confusion, ScoreTable } from "../stats/types.js";

/** Everything counted about one group of cases: the food of every metric. */
export interface Cell {
  readonly n: number;
  readonly positives: number;
  readonly negatives: number;
  /** Null when the plan names no threshold and the model gives no hard decision. */
  readonly confusion: Confusion | null;
  /** Null for a model that gives hard decisions only, and for counts without rows. */
  readonly scores: ScoreTable | null;
  /** Sum of the scores over all cases: the positives they expect, where they are probabilities. Null without scores. */
  readonly expected: number | null;
  /** One entry per subject when rows share subjects; null when every row stands alone. */
  readonly subjects: readonly SubjectCell[] | null;
  /** Counts at other thresholds that the plan asks about, where `scores` are means of bins; else absent. */
  readonly decisions?: readonly { readonly threshold: number; readonly confusion: Confusion }[];
  /** Money per outcome, when a value column was named. */
  readonly value: ValueSums | null;
}

export interface SubjectCell {
  readonly confusion: Confusion | null;
  readonly scores: ScoreTable | null;
  readonly positives: number;
  readonly negatives: number;
}

/** Sums, and sums of squares, of the value column over the cases of one outcome. */
export interface ValueSums {
  readonly all: ValueSum;
  readonly positives: ValueSum;
  /** Positives that were not flagged. */
  readonly missed: ValueSum;
}

export interface ValueSum {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}
