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
  /** Font files by name, base64 of woff2. */
  readonly fonts: Readonly<Record<string, string>>;
}

export interface DocumentKind {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: Audience;
  readonly slots: readonly string[];
  readonly needs: readonly string[];
  readonly pages: number | null;
  /** Handlebars source that writes Markdown. */
  readonly source: string;
  readonly path: string;
}

export interface Analogy {
  readonly id: string;
  readonly concept: string;
  readonly requires: readonly string[];
  readonly avoid: readonly string[];
  readonly source: string | null;
  readonly tried: readonly { readonly audience: string; readonly n: number; readonly understood: number }[];
  /**
   * Markdown with directives, in the language of the materials; the part after the last `---` line says where it
   * breaks down. Null where nobody has put it into that language.
   */
  readonly body: string | null;
  readonly path: string;
}
