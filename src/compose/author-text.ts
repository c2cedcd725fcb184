import type { RootContent } from "mdast";

import { cleanNote, type AuthorSource } from "./clean-note.js";
import type { DocumentContext } from "./context.js";

/**
 * A parsed text of the author as nodes of the document; empty when there is none under this key.
 *
 * A text in another language than the document stays in it, with the numbers that it asks for, and is marked so.
 */
export function authorText(context: DocumentContext, key: string, source: AuthorSource): RootContent[] {
  const tree = context.notes.get(key);
  if (tree === undefined) return [];
  context.shown.add(key);
  const { author } = context;
  const nodes = (author ?? context).expand(cleanNote(tree, source, context.report), {
    ...source,
    trusted: false,
  });
  if (author === null) return nodes;
  return nodes.map((node) => ({ ...node, data: { ...node.data, hProperties: { lang: author.voice.lang } } }));
}

/** Where a text begins, by its key in the plan or its file; its first line where that is not known. */
export function sourceAt(context: DocumentContext, key: string, file: string): AuthorSource {
  return { file, offset: (context.places[key]?.line ?? 1) - 1 };
}
