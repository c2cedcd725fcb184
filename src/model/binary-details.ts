import type { Confusion } from "../stats/types.js";

/** What finders ask of binary rows beyond the counts of each slice; each only where the plan calls for it. */
export interface BinaryDetails {
  /** Decided cases by two or three slice columns at once, where enough share the values. */
  readonly combinations?: readonly CombinationCounts[];
  /** Decisions that a person changed, over all cases (`all`) and per slice value. */
  readonly overrides?: readonly SliceShare[];
  /** Rows without a label, or without a score or decision, per slice value. */
  readonly missing?: readonly SliceShare[];
  readonly overlap?: Overlap;
}

export interface CombinationCounts {
  readonly columns: readonly string[];
  /** One per column; null for a missing cell. */
  readonly values: readonly (string | null)[];
  readonly counts: Confusion;
}

/** So many of the rows of a slice. */
export interface SliceShare {
  readonly slice: string;
  readonly x: number;
  readonly n: number;
}

/** Subjects or row ids of the test that the training rows hold too. */
export interface Overlap {
  readonly by: "subject" | "row_id";
  readonly shared: number;
  /** How many the test has. */
  readonly of: number;
  /** What was decided about all cases, and about those that are not shared; null where nothing was. */
  readonly all: Confusion | null;
  readonly apart: Confusion | null;
}
