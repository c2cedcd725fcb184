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
  /** Cases that would settle which is right more often, and those at which it shows four times in five. */
  readonly settling: Estimate | null;
  readonly settlingPower: Estimate | null;
}
