import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const template = unified().use(remarkParse).use(remarkDirective).freeze();
const note = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Markdown our templates write: CommonMark and directives. Tables are directives there, so GFM is left out. */
export function parseTemplate(markdown: string): Root {
  return template.parse(markdown);
}

/** Markdown an author writes: CommonMark, GFM and directives. Runs in a worker, for some texts take for ever. */
export function parseNote(markdown: string): Root {
  return note.parse(markdown);
}
