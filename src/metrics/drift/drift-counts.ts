import type { ReferenceBins } from "../../stats/reference-bins.js";
import type { ValueTally } from "../../stats/value-tallies.js";

/** One column of the evidence beside the same column of its reference. */
export interface DriftCounts {
  /** Distinct numbers ascending with both counts; null for categories. */
  readonly tallies: readonly ValueTally[] | null;
  /** Counts over deciles of the reference, or over categories. */
  readonly bins: Pick<ReferenceBins, "reference" | "current">;
  /** Rows of the evidence with a value. */
  readonly n: number;
  /** Why nothing can be compared; null where something can. */
  readonly reason: "not-in-reference" | "no-reference-rows" | "no-cases" | null;
}
