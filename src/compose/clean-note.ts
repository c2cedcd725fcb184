import type { Definition, FootnoteDefinition, Link, Nodes, Root, RootContent } from "mdast";

import type { Message, Place } from "../errors.js";
import { hasInvisible } from "../visible-text.js";
import { nodeText } from "./node-text.js";
import { withoutComments } from "./without-comments.js";

const safeLink = /^(https?:|mailto:|#)/i;
/** A definition may be pointed at thousands of times: long addresses would make a page of gigabytes. */
const longestAddress = 2_000;
/** Headings of a note stand below those of the document. */
const highestHeading = 3;
/** Nodes whose children are blocks: a bare run of text among them would run into its neighbours. */
const blockParents = new Set<string>([
  "root",
  "blockquote",
  "listItem",
  "footnoteDefinition",
  "containerDirective",
]);

/** Where a text of the author stands. */
export interface AuthorSource {
  readonly file: string;
  /** Lines that stand before the text in that file. */
  readonly offset: number;
}

interface Cleaning extends AuthorSource {
  readonly report: (message: Message) => void;
  /** Targets of `[words][name]` in this text: another text may use the same names. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Footnotes met so far; they are told at the end of the text they belong to. */
  readonly footnotes: FootnoteDefinition[];
}

/**
 * A note made harmless and whole in itself: links to a script or a file lose their target, pictures become
 * their description, headings move below those of the document, footnotes and link names stay within the
 * note. What was changed is reported with its line.
 */
export function cleanNote(tree: Root, source: AuthorSource, report: (message: Message) => void): Root {
  const definitions = new Map<string, Definition>();
  collectDefinitions(tree, definitions);
  const cleaning: Cleaning = { ...source, report, definitions, footnotes: [] };
  const children = cleanAll(tree, cleaning);
  // A footnote may hold a further one, so the list grows while it is read.
  for (const footnote of cleaning.footnotes) children.push(...toldAtEnd(footnote, cleaning));
  return { ...tree, children };
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  if ("children" in node) for (const child of node.children) collectDefinitions(child, definitions);
}

function cleanAll(parent: Nodes, cleaning: Cleaning): RootContent[] {
  if (!("children" in parent)) return [];
  const inBlocks = blockParents.has(parent.type);
  return parent.children.flatMap((child): RootContent[] => {
    const cleaned = clean(child, cleaning);
    return inBlocks && child.type === "html" && cleaned.length > 0
      ? [{ type: "paragraph", children: cleaned as Link["children"] }]
      : cleaned;
  });
}

function clean(node: RootContent, cleaning: Cleaning): RootContent[] {
  const place = placeOf(node, cleaning);
  if (
    (node.type === "text" || node.type === "code" || node.type === "inlineCode") &&
    hasInvisible(node.value)
  ) {
    cleaning.report({
      code: "invisible-character",
      severity: "error",
      place,
      text: "Unexpected invisible or direction-changing character; it is printed as its code.",
      hint: "Delete it, or write the word again.",
    });
  }
  switch (node.type) {
    case "image":
    case "imageReference":
      cleaning.report({
        code: "image-in-note",
        severity: "warning",
        place,
        text: "Unexpected picture; its description is printed instead.",
        hint: "Use ::chart for a picture of the evidence.",
      });
      return node.alt ? [{ type: "text", value: node.alt }] : [];
    case "html": {
      const value = withoutComments(node.value);
      return value.trim() === "" ? [] : [{ ...node, value }];
    }
    case "definition":
      return [];
    case "link":
      return cleanLink(node, place, cleaning);
    case "linkReference": {
      const url = cleaning.definitions.get(node.identifier)?.url ?? "";
      return cleanLink({ ...node, type: "link", url }, place, cleaning);
    }
    case "footnoteDefinition":
      cleaning.footnotes.push(node);
      return [];
    case "footnoteReference":
      return [{ type: "text", value: markOf(node) }];
    case "heading": {
      const depth = Math.min(6, Math.max(highestHeading, node.depth + 2)) as typeof node.depth;
      return [{ ...node, depth, children: cleanAll(node, cleaning) } as RootContent];
    }
    default:
      if (!("children" in node)) return [node];
      return [{ ...node, children: cleanAll(node, cleaning) } as RootContent];
  }
}

function cleanLink(link: Link, place: Place, cleaning: Cleaning): RootContent[] {
  const words = cleanAll(link, cleaning);
  if (!safeLink.test(link.url.replace(/[\p{Cc}\s]/gu, "")) || link.url.length > longestAddress) {
    cleaning.report({
      code: "link-target",
      severity: "error",
      place,
      text: "Unexpected link target, expected http, https or mailto; the words stay, the link goes.",
      hint: "Write the full address.",
    });
    return words;
  }
  const cleaned = { ...link, children: words } as Link;
  const host = otherHost(link);
  return host === null ? [cleaned] : [cleaned, { type: "text", value: ` (${host})` }];
}

/** Host a link leads to, where its words name another one: the reader must see it. */
function otherHost(link: Link): string | null {
  const [named] = /\b(?:https?:\/\/|www\.)[^\s/]+/i.exec(nodeText(link)) ?? [];
  if (named === undefined || !URL.canParse(link.url)) return null;
  const { host } = new URL(link.url);
  const said = named.replace(/^https?:\/\//i, "").toLowerCase();
  return host === "" || bare(said) === bare(host) ? null : host;
}

function bare(host: string): string {
  return host.replace(/^www\./, "");
}

/** A footnote as a paragraph of the note, opened by its mark. */
function toldAtEnd(footnote: FootnoteDefinition, cleaning: Cleaning): RootContent[] {
  const [first, ...rest] = cleanAll(footnote, cleaning);
  const mark: RootContent = { type: "text", value: `${markOf(footnote)} ` };
  if (first?.type === "paragraph") return [{ ...first, children: [mark, ...first.children] }, ...rest];
  return [{ type: "paragraph", children: [mark] }, ...(first === undefined ? [] : [first]), ...rest];
}

/** Numbers as superscripts, so that nobody takes them for a claim. */
function markOf({ label, identifier }: { label?: string | null | undefined; identifier: string }): string {
  const name = label ?? identifier;
  return /^\d+$/.test(name)
    ? name.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))
    : `[${name}]`;
}

function placeOf({ position }: RootContent, { file, offset }: AuthorSource): Place {
  return position === undefined
    ? { file }
    : { file, line: position.start.line + offset, column: position.start.column };
}
