import { htmlVectors } from "./xss-html.js";
import { markdownVectors } from "./xss-markdown.js";

/** One hostile text; a script in it calls `ran` with its number. */
export interface Vector {
  readonly number: number;
  readonly text: string;
}

/** Raw HTML alone, for pages. */
export const rawVectors: readonly Vector[] = numbered(htmlVectors);

/** Raw HTML and Markdown, for notes; none holds a NUL byte, for such a file is refused as a whole. */
export const noteVectors: readonly Vector[] = numbered(
  [...htmlVectors, ...markdownVectors].filter((text) => !text.includes("\0")),
);

function numbered(texts: readonly string[]): Vector[] {
  return texts.map((text, index) => ({
    number: index + 1,
    text: text
      .replaceAll("RUN", `ran(${index + 1})`)
      .replaceAll("(ID)", `(${index + 1})`)
      .replaceAll("refID", `ref${index + 1}`)
      .replaceAll("fnID", `fn${index + 1}`),
  }));
}
