import type { PhrasingContent } from "mdast";

import type { Inline } from "../model/inline.js";
import { visibleText } from "../visible-text.js";

/** A sentence in pieces as nodes of the document. */
export function inlineNodes(pieces: readonly Inline[]): PhrasingContent[] {
  return pieces.flatMap((piece): PhrasingContent[] => {
    if (piece.type === "text") return textNodes(piece.value);
    if (piece.type === "datum") return [{ type: "datum", datum: piece }];
    return [{ type: "strong", children: inlineNodes(piece.children) }];
  });
}

/** Text as nodes; a run written from right to left is isolated, so that it cannot pull its neighbours along. */
export function textNodes(value: string): PhrasingContent[] {
  const shown = visibleText(value);
  const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
  if (!rightToLeft.test(shown)) return [{ type: "text", value: shown }];
  return shown
    .split(
      /([\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}][\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\s]*)/u,
    )
    .filter((part) => part !== "")
    .map((part): PhrasingContent =>
      rightToLeft.test(part)
        ? { type: "bdi", children: [{ type: "text", value: part }] }
        : { type: "text", value: part },
    );
}

/** One paragraph of sentences, with a space between them. */
export function paragraphOf(sentences: readonly (readonly Inline[])[]): {
  type: "paragraph";
  children: PhrasingContent[];
} {
  const full = sentences.filter((sentence) => sentence.length > 0);
  return {
    type: "paragraph",
    children: full.flatMap((sentence, index) => [
      ...(index === 0 ? [] : textNodes(" ")),
      ...inlineNodes(sentence),
    ]),
  };
}
