/** Cases that share outcome, subject and what every model decided. */
export interface JointGroup {
  readonly positive: boolean;
  /** Whether each model flagged them, in the order of the plan. */
  readonly flagged: readonly boolean[];
  /** Number of the subject; -1 for a row without one, and where no subject column was named. */
  readonly subject: number;
  readonly n: number;
}

/** The rows of a comparison, counted. Only rows that every model decided are compared. */
export interface JointCounts {
  readonly rows: number;
  readonly labelBlank: number;
  /** Rows with a label that at least one model left undecided; not finite scores apart. */
  readonly undecided: number;
  readonly scoreNotFinite: number;
  readonly duplicates: number | null;
  readonly subjects: number | null;
  readonly all: readonly JointGroup[];
  readonly slices: readonly SliceJoint[];
}

/** One value of a slice column. */
export interface SliceJoint {
  readonly column: string;
  readonly value: string | null;
  readonly groups: readonly JointGroup[];
}
