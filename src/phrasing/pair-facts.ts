import type { Estimate } from "../model/assessment.js";

/** Two models on the same cases: by which of the two each case was judged rightly. */
export interface PairFacts {
  /** Share judged rightly by the first, less that of the second. */
  readonly difference: Estimate;
  readonly first: string;
  readonly second: string;
  /** Cases, counts; null where this edition withholds them. */
  readonly counts: {
    readonly ref: string;
    readonly both: number;
    readonly onlyFirst: number;
    readonly onlySecond: number;
    readonly neither: number;
  } | null;
  /** The two kinds of error apart: what is caught, and what is flagged wrongly; those that were measured with a range. */
  readonly kinds: readonly PairKind[];
  /** Cases that would settle which is right more often, and those at which it shows four times in five. */
  readonly settling: Estimate | null;
  readonly settlingPower: Estimate | null;
}

/** One kind of error of two models on the same cases. */
export interface PairKind {
  readonly metric: "recall" | "false-alarms";
  /** Share of the first less that of the second. */
  readonly difference: Estimate;
}
