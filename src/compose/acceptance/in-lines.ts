import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";

/** Parts of a cell, one after the other. */
export function inLines(parts: readonly (readonly Inline[])[]): readonly Inline[] {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [text("; ")]), ...part]);
}
