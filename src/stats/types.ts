/** A closed interval on the scale of the quantity it belongs to; `low <= high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Cases that share one score. A ScoreTable lists distinct scores ascending; counts are non-negative integers. */
export interface ScoreGroup {
  readonly score: number;
  readonly positives: number;
  readonly negatives: number;
}

/** Distinct scores ascending, with the count of cases of each class at every score. */
export type ScoreTable = readonly ScoreGroup[];

/** Counts of decided cases: caught, missed, false alarms, rightly left alone. Non-negative integers. */
export interface Confusion {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

/** A measure moved to a stated base rate. `side` says which of the two bounds comes from the data. */
export interface BaseRateEstimate extends Bounds {
  readonly value: number;
  readonly side: "two-sided" | "at-least" | "at-most";
  readonly method: "mercaldo-logit" | "mover-wilson" | "delta-log" | "exact-one-sided" | "exact-box";
}

/** Counts of cases by actual class (row) and predicted class (column), in one order. Square, non-negative integers. */
export type ConfusionMatrix = readonly (readonly number[])[];

/** Cases that share one score for one class, counted by their actual class. */
export interface ClassScoreGroup {
  readonly score: number;
  readonly counts: readonly number[];
}

/** One class's distinct scores ascending, with the count of cases of each actual class at every score. */
export type ClassScoreTable = readonly ClassScoreGroup[];

/** One unit that was coded: a value per coder, null where a coder gave none, and how many units look alike. */
export interface CodedUnits {
  readonly values: readonly (number | null)[];
  readonly count: number;
}
