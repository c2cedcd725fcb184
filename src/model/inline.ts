/**
 * A sentence in pieces. A number is never loose text: it is a datum that names the estimate it came from.
 */
export type Inline = Text | Datum | Strong;

export interface Text {
  readonly type: "text";
  readonly value: string;
}

export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
}

/** One printed number: becomes `<data value data-ref data-part>`; the reference may stand on the row of a table. */
export interface Datum {
  readonly type: "datum";
  /** Estimate id, or `table:id`, `plan:path` for a number the author gave. */
  readonly ref: string;
  readonly part: DatumPart;
  /** The number as printed, so that a reader of the file can compare it. */
  readonly value: number;
  readonly text: string;
  /** Total the number is told out of, when it was restated. */
  readonly of?: number;
}

/** Which number of the estimate is printed. */
export type DatumPart =
  | "value"
  | "complement"
  | "numerator"
  | "denominator"
  | "rest"
  | "low"
  | "high"
  | "bound"
  | "n"
  | "outOf"
  | "positives"
  | "negatives"
  | "caught"
  | "missed"
  | "falseAlarms"
  | "leftAlone"
  | "flagged"
  | "mistakes"
  // Money of `of` cases, where the estimate is of 1,000.
  | "scaled"
  | "scaledLow"
  | "scaledHigh";
