import type { CodedUnits, ConfusionMatrix } from "../../stats/types.js";

/** Labels of two people: units by the first one's category (row) and the second one's (column). */
export interface PairCounts {
  readonly matrix: ConfusionMatrix;
}

/** Labels of all people. */
export interface LabelCounts {
  /** Codes of the labels: numbers as written, other categories as their place in the order. */
  readonly units: readonly CodedUnits[];
  readonly scale: "nominal" | "ordinal" | "interval" | "ratio";
  /** False where the scale needs numbers (ratio: of zero or more) and a label is none. */
  readonly coded: boolean;
}

/** What the labels call positive, and how reliable those are who made them. */
export interface ReviewedCounts {
  readonly x: number;
  readonly n: number;
  readonly sensitivity: number;
  readonly specificity: number;
}
