import type { CheckedSentence, CheckedText } from "./checked-document.js";

/** The words of the paragraph, heading or cell a sentence stands in: what a reader takes in with it. */
export function paragraphOf({ sentences }: CheckedText, { paragraph }: CheckedSentence): string {
  return sentences
    .filter((other) => other.paragraph === paragraph)
    .map(({ text }) => text)
    .join(" ");
}
