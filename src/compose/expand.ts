import type { PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";

import type { Place } from "../errors.js";
import type { DocumentContext, ExpandSource } from "./context.js";
import type { DirectiveCall } from "./directive.js";
import { directives } from "./directives/all.js";
import { textNodes } from "./inline-nodes.js";
import { unknownDirective, wrongAttributes } from "./unknown-directive.js";
import { withoutComments } from "./without-comments.js";
import { visibleText } from "../visible-text.js";

type DirectiveNode = ContainerDirective | LeafDirective | TextDirective;

/**
 * Replaces directives by what they stand for and tokens by the author's text.
 *
 * A directive nobody knows stays as the text it was, and is reported where it was meant as one (`10:am` is none).
 */
export function expandTree(tree: Root, source: ExpandSource, context: DocumentContext): RootContent[] {
  return expandAll(tree.children, source, context);
}

function expandAll(
  nodes: readonly RootContent[],
  source: ExpandSource,
  context: DocumentContext,
): RootContent[] {
  return nodes.flatMap((node) => expandNode(node, source, context));
}

function expandNode(node: RootContent, source: ExpandSource, context: DocumentContext): RootContent[] {
  const place = placeOf(node, source);
  if (node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective")
    return expandDirective(node, source, place, context);
  if (node.type === "text") {
    const pieces = textNodes(lettersOf(node.value, source, context));
    // Letters that stand in the file as they are keep their position: a rule can name the column.
    const [only] = pieces;
    const same = pieces.length === 1 && only?.type === "text" && only.value === node.value;
    return pieces.map((piece) =>
      withPlace(same && node.position !== undefined ? { ...piece, position: node.position } : piece, place),
    );
  }
  if (node.type === "html") return escapedHtml(node.value, source, place, context);
  const swapped = swapStrings(node, source, context);
  if (!("children" in node)) return [swapped];
  return [{ ...swapped, children: expandAll(node.children, source, context) } as RootContent];
}

function expandDirective(
  node: DirectiveNode,
  source: ExpandSource,
  place: Place,
  context: DocumentContext,
): RootContent[] {
  const form = node.type === "textDirective" ? "text" : node.type === "leafDirective" ? "leaf" : "container";
  const directive = directives.find(({ id, forms }) => id === node.name && forms.includes(form));
  const isWord = !source.trusted && form === "text" && node.data?.glued === true && isBare(node);
  if (directive === undefined || isWord || !(source.trusted || directive.inNotes)) {
    const wrong = unknownDirective(node, directives, source.trusted);
    if (wrong !== null) context.report({ code: "unknown-directive", severity: "error", place, ...wrong });
    return asText(node, source, context);
  }
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [
      name,
      lettersOf(value ?? "", source, context),
    ]),
  );
  const wrong = wrongAttributes(directive, attributes);
  for (const complaint of wrong)
    context.report({ code: "unknown-directive", severity: "error", place, ...complaint });
  // Another side or part than the one that was meant would be a false statement.
  if (wrong.length > 0 && !source.trusted) return asText(node, source, context);
  const call: DirectiveCall = {
    name: node.name,
    form,
    attributes,
    children: expandAll(node.children, source, context),
    place,
  };
  const letters = node.data?.written?.all;
  return directive
    .build(call, context)
    .map((built) => withPlace(built, place))
    .map((built) => (letters === undefined ? built : { ...built, data: { letters, ...built.data } }));
}

/** `:count` without anything behind it. */
function isBare({ attributes, children }: DirectiveNode): boolean {
  return Object.keys(attributes ?? {}).length === 0 && children.length === 0;
}

/** Puts the letters back that were taken for a directive. */
function asText(node: DirectiveNode, source: ExpandSource, context: DocumentContext): RootContent[] {
  const written = node.data?.written;
  if (written !== undefined) return asWritten(node, written, expandAll(node.children, source, context));
  const colons = node.type === "textDirective" ? ":" : node.type === "leafDirective" ? "::" : ":::";
  const inner = expandAll(node.children, source, context);
  const head = textNodes(context.tokens.swap(colons + node.name));
  if (node.type === "textDirective")
    return [...head, ...(inner.length === 0 ? [] : [...textNodes("["), ...inner, ...textNodes("]")])];
  if (node.type === "leafDirective")
    return [{ type: "paragraph", children: [...head, ...(inner as PhrasingContent[])] }];
  return [{ type: "paragraph", children: head }, ...inner];
}

/** The letters of a note, as they were written, around the label, in which directives may stand. */
function asWritten(
  node: DirectiveNode,
  { head, tail }: NonNullable<NonNullable<DirectiveNode["data"]>["written"]>,
  inner: RootContent[],
): RootContent[] {
  if (node.type === "containerDirective") {
    const [label] = node.children;
    const isLabelled = label?.type === "paragraph" && label.data?.directiveLabel === true;
    return [{ type: "paragraph", children: textNodes(head) }, ...(isLabelled ? inner.slice(1) : inner)];
  }
  const pieces =
    inner.length === 0
      ? textNodes(head + tail)
      : [...textNodes(`${head}[`), ...(inner as PhrasingContent[]), ...textNodes(tail)];
  return node.type === "textDirective" ? pieces : [{ type: "paragraph", children: pieces }];
}

/** Only our templates hold tokens: letters of an author that look like one stay letters. */
function lettersOf(text: string, { trusted }: ExpandSource, { tokens }: DocumentContext): string {
  return trusted ? tokens.swap(text) : text;
}

/** Raw HTML is shown as the letters it is made of: nothing of it runs, and nothing is hidden either. */
function escapedHtml(
  html: string,
  source: ExpandSource,
  place: Place,
  context: DocumentContext,
): RootContent[] {
  const value = source.trusted ? withoutComments(html) : html;
  if (value.trim() === "") return [];
  if (!source.trusted) {
    context.report({
      code: "raw-html",
      severity: "warning",
      place,
      text: "Unexpected HTML in a note; it is printed as text.",
      hint: "Write Markdown instead.",
    });
  }
  return textNodes(lettersOf(value, source, context));
}

function swapStrings(node: RootContent, source: ExpandSource, context: DocumentContext): RootContent {
  const copy: Record<string, unknown> = { ...node };
  if (typeof copy.url === "string") copy.url = lettersOf(copy.url, source, context);
  for (const key of ["value", "title", "alt", "label", "lang", "meta"]) {
    const value = copy[key];
    if (typeof value === "string") copy[key] = visibleText(lettersOf(value, source, context));
  }
  return copy as unknown as RootContent;
}

function placeOf(node: RootContent, { file, offset, filled }: ExpandSource): Place {
  const start = node.position?.start;
  if (start === undefined) return { file };
  const line = start.line + offset;
  return filled === true ? { file, line } : { file, line, column: start.column };
}

/** Keeps where a node came from, so that a lint rule can point at the author's line: the innermost place stays. */
function withPlace(node: RootContent, place: Place): RootContent {
  return { ...node, data: { place, ...node.data } };
}
