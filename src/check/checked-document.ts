import type { Place } from "../errors.js";
import type { Assessment, Estimate } from "../model/assessment.js";
import type { Datum } from "../model/inline.js";
import type { DocumentPlan } from "../model/plan.js";

/** A sentence with the numbers in it and the place it came from. */
export interface CheckedSentence {
  readonly text: string;
  readonly place: Place;
  /** Traced numbers, with where they stand in the text. */
  readonly numbers: readonly TracedNumber[];
  /** Heading, running text, list, or a cell of a table. */
  readonly where: "heading" | "text" | "cell" | "caption";
  /** True for text an author wrote, in a note or in the plan. */
  readonly byAuthor: boolean;
  /** True in the annex: tables, the ledger, the stamp. */
  readonly annex: boolean;
}

export interface TracedNumber {
  readonly datum: Datum;
  readonly start: number;
  readonly end: number;
}

/** What the rules look at: sentences, and the facts behind their numbers. */
export interface CheckedDocument {
  readonly plan: DocumentPlan;
  readonly kind: string;
  readonly audience: string;
  readonly sentences: readonly CheckedSentence[];
  readonly assessment: Assessment;
  readonly estimate: (ref: string) => Estimate | undefined;
}
