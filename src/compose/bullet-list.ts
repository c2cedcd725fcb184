import type { List, Paragraph, PhrasingContent, RootContent } from "mdast";

import type { Inline } from "../model/inline.js";
import { inlineNodes } from "./inline-nodes.js";

/** A list of sentences of ours, one a point; nothing where there is none. */
export function bulletList(sentences: readonly (readonly Inline[])[], ordered = false): List[] {
  return phrasingList(sentences.map(inlineNodes), ordered);
}

/** A list of lines that are nodes already, one a point; nothing where there is none. */
export function phrasingList(lines: readonly (readonly PhrasingContent[])[], ordered = false): List[] {
  return paragraphList(
    lines.map((children) => [{ type: "paragraph", children: [...children] }]),
    ordered,
  );
}

/** A list of an author's texts, one a point: of each its paragraphs alone. */
export function paragraphList(texts: readonly (readonly RootContent[])[], ordered = false): List[] {
  if (texts.length === 0) return [];
  const points = texts.map((nodes) => nodes.filter((node): node is Paragraph => node.type === "paragraph"));
  return [
    {
      type: "list",
      ordered,
      spread: false,
      children: points.map((children) => ({ type: "listItem", spread: false, children })),
    },
  ];
}
