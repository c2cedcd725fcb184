import type { Nodes, Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const template = unified().use(remarkParse).use(remarkDirective).freeze();
const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const note = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Trees of the Markdown that templates wrote last, the oldest first. */
const parsedTemplates = new Map<string, Root>();
const mostParsedTemplates = 40;

/**
 * Markdown our templates write: CommonMark and directives. Tables are directives there, so GFM is left out.
 *
 * What a template writes holds no value, only directives and tokens: models of one kind of evidence write the same
 * letters, and of many models in one run most are parsed once. The tree is read, never changed.
 */
export function parseTemplate(markdown: string): Root {
  const known = parsedTemplates.get(markdown);
  if (known !== undefined) return known;
  const [oldest] = parsedTemplates.keys();
  if (oldest !== undefined && parsedTemplates.size >= mostParsedTemplates) parsedTemplates.delete(oldest);
  const tree = template.parse(markdown);
  parsedTemplates.set(markdown, tree);
  return tree;
}

/** Markdown an author writes: CommonMark, GFM and directives. Runs in a worker, for some texts take for ever. */
export function parseNote(markdown: string): Root {
  const tree = note.parse(markdown);
  keepLetters(tree, markdown);
  return tree;
}

/** Markdown that belongs to no project: CommonMark and GFM. `10:am` is what it looks like. */
export function parsePlain(markdown: string): Root {
  return plain.parse(markdown);
}

/** Remembers how each directive was written: `10:am` is none, and must be printed letter by letter. */
function keepLetters(node: Nodes, markdown: string): void {
  if (node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective") {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const written = markdown.slice(start, end);
    const label = node.type === "containerDirective" ? undefined : node.children.at(-1);
    const headEnd = (node.type === "textDirective" ? 1 : 2) + node.name.length;
    node.data = {
      ...node.data,
      // `10:am` and `std:vector` are words that go on.
      glued: /[\p{L}\p{N}]/u.test(markdown.charAt(start - 1)),
      written:
        node.type === "containerDirective"
          ? { head: written.split("\n", 1)[0] ?? "", tail: "", all: written }
          : {
              all: written,
              head: written.slice(0, headEnd),
              tail:
                label === undefined
                  ? written.slice(headEnd)
                  : markdown.slice(label.position?.end.offset ?? end, end),
            },
    };
  }
  if ("children" in node) for (const child of node.children) keepLetters(child, markdown);
}
