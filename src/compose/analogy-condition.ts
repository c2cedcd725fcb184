import type { Slice } from "../model/assessment.js";
import type { DocumentContext } from "./context.js";

/** What a condition looks at: the edition of the Assessment, and the document it is asked for. */
export type ConditionFacts = Pick<
  DocumentContext,
  "assessment" | "evaluation" | "document" | "index" | "voice" | "estimate"
>;

/** A condition that holds hands over words and references for the text; one that fails says why, and what to do. */
export type Outcome =
  | { readonly holds: true; readonly slots: Readonly<Record<string, string>> }
  | { readonly holds: false; readonly why: string; readonly todo: string };

/**
 * One thing an analogy may require of the evidence. A file of `analogy-conditions/` exports one, named as the file.
 * It reads facts and never computes a statistic of its own.
 */
export interface AnalogyCondition {
  readonly id: string;
  /** What has to hold, for `forthright list analogies`. */
  readonly summary: string;
  /** Slots it hands over when it holds. */
  readonly slots: readonly string[];
  /** @param slice - the cases the document is about; null for all */
  readonly check: (facts: ConditionFacts, slice: Slice | null) => Outcome;
}

export function held(slots: Readonly<Record<string, string>> = {}): Outcome {
  return { holds: true, slots };
}

export function failed(why: string, todo: string): Outcome {
  return { holds: false, why, todo };
}
