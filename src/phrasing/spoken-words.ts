import type { Words } from "../model/assessment.js";

/** The three nouns that sentences are about. */
export type NounName = "case" | "positive" | "negative";

type Pair = readonly [one: string, many: string];

/** What a language that declines needs beside singular and plural; a language that does not has none of it. */
export interface Declined {
  /** The form after "of" (German: dative). */
  readonly of: Readonly<Record<NounName, Pair>>;
  /** With the indefinite article. */
  readonly a: Readonly<Record<NounName, string>>;
  /** The form after "of" of the names of groups, by the name. */
  readonly groups: Readonly<Record<string, string>>;
}

/** The nouns of a document in its language. */
export type SpokenWords = Words & { readonly declined?: Declined };
