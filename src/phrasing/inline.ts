import type { Inline, Text } from "../model/inline.js";

/** A piece of plain text. */
export function text(value: string): Text {
  return { type: "text", value };
}

/** What a reader sees, without the structure. */
export function plainText(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) =>
      piece.type === "strong" ? plainText(piece.children) : piece.type === "datum" ? piece.text : piece.value,
    )
    .join("");
}
