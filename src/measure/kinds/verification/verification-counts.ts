import type { ScoreTable } from "../../../stats/types.js";
import type { ThresholdAtFmr } from "../../../stats/threshold-at-fmr.js";
import type { ComparisonPart } from "../../../metrics/verification/comparisons.js";

/** The rows of a verification evaluation, counted. */
export interface VerificationCounts {
  readonly rows: number;
  readonly used: number;
  readonly labelBlank: number;
  readonly scoreBlank: number;
  readonly scoreNotFinite: number;
  readonly duplicates: number | null;
  /** Lowest and highest score seen. */
  readonly range: readonly [number, number];
  /** Positives are genuine comparisons, negatives impostor comparisons. */
  readonly scores: ScoreTable;
  readonly all: ComparisonPart;
  readonly targets: readonly TargetCounts[];
  readonly slices: readonly SliceCounts[];
  readonly demographics: readonly DemographicCounts[];
}

/** What a threshold that keeps a false match rate does. */
export interface TargetCounts {
  readonly target: number;
  /** Null unless there are comparisons of both sorts. */
  readonly found: ThresholdAtFmr | null;
  /** Errors at that threshold; null where there is none. */
  readonly part: ComparisonPart | null;
}

export interface SliceCounts {
  readonly column: string;
  readonly value: string | null;
  readonly part: ComparisonPart;
}

/** One attribute of people: pairs that share its value, and pairs that do not. */
export interface DemographicCounts {
  readonly name: string;
  readonly within: readonly { readonly value: string; readonly part: ComparisonPart }[];
  readonly across: ComparisonPart;
  /** Comparisons in which the attribute of a person is blank. */
  readonly unknown: number;
}
