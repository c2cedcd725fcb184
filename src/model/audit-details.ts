import type { Confusion } from "../stats/types.js";

/** One group of an axis: who was selected, and what the decisions were worth. Counts. */
export interface AxisGroup {
  /** Slice id of the group. */
  readonly group: string;
  readonly values: readonly (string | null)[];
  /** False for those whose group nobody knows. */
  readonly known: boolean;
  /** Persons with a decision, and those of them who got the favourable one. */
  readonly assessed: number;
  readonly selected: number;
  /** Decisions about those whose outcome is known. */
  readonly confusion: Confusion;
  /** Positives the scores expect among those; null where scores are no probabilities. */
  readonly expected: number | null;
}

/** One protected attribute, or two together, with its groups. */
export interface Axis {
  /** Column names joined by `&`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly groups: readonly AxisGroup[];
}

/** What the finders know of the protected groups of an evaluation. */
export interface AuditDetails {
  readonly axes: readonly Axis[];
  readonly leaveOut: number;
  /** True where rows of one person are not independent. */
  readonly bySubject: boolean;
}
