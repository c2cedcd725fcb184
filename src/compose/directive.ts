import type { PhrasingContent, RootContent } from "mdast";

import type { Place } from "../errors.js";
import type { DocumentContext } from "./context.js";

/** A directive as it stands in a template or a note, with tokens already swapped. */
export interface DirectiveCall {
  readonly name: string;
  readonly form: "text" | "leaf" | "container";
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands inside, already expanded. */
  readonly children: readonly RootContent[];
  readonly place: Place;
}

/**
 * One way to put a number, a picture or a part of the layout into a document. A file of this folder exports
 * one, named as the file.
 */
export interface Directive {
  readonly id: string;
  readonly forms: readonly DirectiveCall["form"][];
  /** Attributes it knows; another is a mistake of the writer. */
  readonly attributes: readonly string[];
  /** Values an attribute may have, where there is a list of them. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** True when notes and plan texts may use it; layout belongs to templates. */
  readonly inNotes: boolean;
  readonly build: (call: DirectiveCall, context: DocumentContext) => readonly RootContent[];
}

/** For a directive inside a sentence: phrasing only. */
export type Phrasing = readonly PhrasingContent[];
