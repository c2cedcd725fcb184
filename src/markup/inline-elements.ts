import type { Element, ElementContent } from "hast";

import type { Datum, Inline } from "../model/inline.js";
import { visibleText } from "../visible-text.js";
import { element } from "./element.js";

/**
 * Sentence pieces as HTML.
 *
 * @param around - what an element around them refers to already: a number of the same needs no reference of its own
 */
export function inlineElements(pieces: readonly Inline[], around: string | null = null): ElementContent[] {
  return pieces.map((piece): ElementContent => {
    if (piece.type === "text") return { type: "text", value: visibleText(piece.value) };
    if (piece.type === "datum") return datumElement(piece, around);
    return element("strong", {}, inlineElements(piece.children, around));
  });
}

/** One printed number, traced to where it comes from. */
export function datumElement({ ref, part, value, text, of }: Datum, around: string | null = null): Element {
  return element(
    "data",
    {
      value: String(value),
      ...(ref === around ? {} : { dataRef: ref }),
      dataPart: part,
      ...(of === undefined ? {} : { dataOf: String(of) }),
    },
    [{ type: "text", value: text }],
  );
}
