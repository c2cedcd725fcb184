import type { Message } from "../errors.js";
import type { CheckedDocument } from "./checked-document.js";

/**
 * One lint rule. A file of `rules/` exports one, named as the file; `alias` is its number in the rule book
 * (L01 to L52), or `own-<n>`.
 */
export interface Rule {
  readonly id: string;
  readonly alias: string;
  readonly severity: Message["severity"];
  /** What it asks for, in one sentence. */
  readonly summary: string;
  /** A text it is silent on, and one it speaks about; both run as tests. */
  readonly examples: { readonly ok: string; readonly notOk: string };
  readonly check: (document: CheckedDocument) => readonly Omit<Message, "code" | "severity">[];
}
