import type { Message, Place } from "../errors.js";
import type { CheckedDocument, CheckedSentence, CheckedText } from "./checked-document.js";

/**
 * One lint rule. A file of `rules/` exports one, named as the file; `alias` is its number in the rule book
 * (L01 to L52), or `own-<n>`.
 *
 * It has a part that reads words alone, a part that reads the facts behind the numbers, or both. Where both
 * could speak, the facts are the better judge; words are for what an author typed.
 */
export interface Rule {
  readonly id: string;
  readonly alias: string;
  readonly severity: Message["severity"];
  /** What it asks for, in one sentence. */
  readonly summary: string;
  /** Why, in a few sentences: the page that `forthright explain` prints. */
  readonly why: string;
  /** What it lets pass, and how a clash with a good example was settled. */
  readonly exceptions?: string;
  /** Where it comes from, if from a published work. */
  readonly source?: string;
  /** Texts it is silent on, and texts it speaks about; all run as tests. */
  readonly examples: Examples;
  /** Languages its text part reads; English alone when not given. */
  readonly languages?: readonly string[];
  /** True where its text part takes a sentence apart by the grammar of its language: measured apart, for it is slow. */
  readonly naturalLanguage?: boolean;
  /** One sentence, words alone. */
  readonly text?: (sentence: CheckedSentence, text: CheckedText) => readonly Complaint[];
  /** All sentences together, words alone: what one sentence cannot show, as a first use or a mean. */
  readonly whole?: (text: CheckedText) => readonly ClaimComplaint[];
  /** The whole document, with its facts. */
  readonly claims?: (document: CheckedDocument) => readonly ClaimComplaint[];
}

export interface Examples {
  readonly ok: readonly string[];
  readonly notOk: readonly string[];
  /** Texts a rule of two levels speaks about at the other level. */
  readonly lesser?: readonly string[];
  /** Kind of document the texts stand in, as the opening note; a model card when not given. */
  readonly kind?: string;
  /**
   * Project of the tests that holds the facts the examples need (`test/check/example-projects.ts`); `apart` where
   * no sentence can show it, a chart for example: such a rule has tests of its own.
   */
  readonly in?: string;
}

/** "Unexpected X, expected Y", and where. */
export interface Complaint {
  readonly text: string;
  readonly hint?: string;
  /** Where it is less or more grave than the rule as a whole. */
  readonly severity?: Message["severity"];
  /** First letter it is about, as an offset in the sentence from 0; the start of the sentence when not given. */
  readonly start?: number;
  /** Offset behind the last letter it is about. */
  readonly end?: number;
  /**
   * Text that may safely stand in place of the letters from start to end. Where those letters were printed by a
   * directive, it stands in place of that whole directive.
   */
  readonly fix?: string;
}

export interface ClaimComplaint extends Complaint {
  /** The sentence it is about ... */
  readonly sentence?: CheckedSentence;
  /** ... or the place, where it is about no sentence. */
  readonly place?: Place;
}
