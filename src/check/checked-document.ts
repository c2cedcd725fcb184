import type { Place } from "../errors.js";
import type { Assessment, Estimate } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { ComposedDocument } from "../model/document.js";
import type { Datum } from "../model/inline.js";
import type { DocumentPlan } from "../model/plan.js";

/** A sentence with the numbers in it and the place it came from. */
export interface CheckedSentence {
  readonly text: string;
  /** What it says in its own voice: `text` with blanks where it quotes somebody it names. */
  readonly own: string;
  /** Number of words, numbers included. */
  readonly words: number;
  /** Where the sentence starts. */
  readonly place: Place;
  /** Where a letter of the sentence stands in the author's file, by its offset from 0. */
  readonly placeAt: (offset: number) => Place;
  /** Traced numbers, with where they stand in the text. */
  readonly numbers: readonly TracedNumber[];
  /** Heading, running text, list, or a cell of a table. */
  readonly where: "heading" | "text" | "cell" | "caption";
  /** Sentences of one paragraph, heading or cell share a number. */
  readonly paragraph: number;
  /** Name of the innermost region of the layout it stands in: "lead", "stamp" ...; empty outside all. */
  readonly block: string;
  /** True for text an author wrote, in a note or in the plan. */
  readonly byAuthor: boolean;
  /** Language of the sentence, where it is not that of the document: a text of the author in his own. */
  readonly lang?: string;
  /** True in the annex: tables, the ledger, the stamp. */
  readonly annex: boolean;
}

export interface TracedNumber {
  readonly datum: Datum;
  readonly start: number;
  readonly end: number;
  /** The directive of a note it comes from, as it is written, and where. */
  readonly written?: { readonly letters: string; readonly place: Place };
}

/** What the text part of a rule looks at beside the sentence in hand. */
export interface CheckedText {
  /** Language of the text, "en" or "de". */
  readonly lang: string;
  readonly sentences: readonly CheckedSentence[];
  /** Kind of the document; null for a text that stands alone. */
  readonly kind: string | null;
  /** Plan of the document; absent for a text that stands alone. */
  readonly plan?: DocumentPlan;
}

/** What the claim part of a rule looks at: sentences, and the facts behind their numbers. */
export interface CheckedDocument extends CheckedText {
  readonly kind: string;
  readonly plan: DocumentPlan;
  readonly audience: string;
  readonly tree: ComposedDocument["tree"];
  readonly charts: readonly Chart[];
  readonly assessment: Assessment;
  readonly estimate: (ref: string) => Estimate | undefined;
  /** Where a key of the plan stands, `documents.0.decision` for one; its parent's place when it has none. */
  readonly placeOfKey: (key: string) => Place;
}
