import type { Audience } from "./plan.js";

/** What the words half works with beside the Assessment. Templates are code and trusted as such. */
export interface Materials {
  /** Document kinds by name. */
  readonly documents: Readonly<Record<string, DocumentKind>>;
  readonly analogies: Readonly<Record<string, Analogy>>;
  readonly partials: Readonly<Record<string, string>>;
  /** ICU messages by dotted id. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Handlebars source of the HTML page. */
  readonly layout: string;
  /** Style sheets by name, joined in the order of their names. */
  readonly styles: Readonly<Record<string, string>>;
  /** The program of the sliders: of a board, and of a block folded under a page; empty where there was no build yet. */
  readonly sliders: { readonly board: string; readonly folded: string };
  /** Font files by name, base64 of woff2. */
  readonly fonts: Readonly<Record<string, string>>;
}

export interface DocumentKind {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: Audience;
  /** Whose edition its facts are taken from, where its reader speaks to others; absent for any other document. */
  readonly answers?: Audience | undefined;
  readonly slots: readonly string[];
  readonly needs: readonly string[];
  /** Facts without which the kind cannot be made at all. */
  readonly requires: readonly string[];
  readonly pages: number | null;
  /** Handlebars source that writes Markdown. */
  readonly source: string;
  readonly path: string;
}

export interface Analogy {
  /** Name of its file. */
  readonly id: string;
  readonly concept: string;
  /** Ids of conditions: all have to hold before it is told. */
  readonly requires: readonly string[];
  /** Words and references that its text takes from the conditions. */
  readonly slots: readonly string[];
  readonly avoid: readonly Audience[];
  readonly source: string | null;
  readonly tried: readonly { readonly audience: string; readonly n: number; readonly understood: number }[];
  /**
   * The picture: Markdown with directives and `{{slots}}`, in the language of the materials. Null where nobody has
   * put it into that language.
   */
  readonly body: string | null;
  /** Where it breaks down, in the same form; printed with every picture. */
  readonly breaks: string | null;
  readonly path: string;
  /** Lines of the file on which keys and texts start, for messages. */
  readonly lines: Readonly<Record<"requires" | "slots" | "body" | "breaks", number>>;
}
