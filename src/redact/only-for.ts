import type { Nodes, Root, RootContent } from "mdast";

import { audiences, type Audience } from "../model/plan.js";
import { maySee } from "./may-see.js";

/*
 * Sentences for some readers only: `:only[the words]{audience="auditor"}` within a paragraph, and
 *
 *   :::only{audience="auditor"}
 *   Whole paragraphs.
 *   :::
 *
 * in notes, in bodies of limitations and in texts of the plan; in other fields of a limitation the first form. The
 * audience is the lowest that may read it. What is above an edition is cut out before anything is made of the text, so
 * that no number, no chart and no message of it is left. Where the mark is written wrongly, more is cut rather than
 * less, and its author is told.
 */

/** A text as one edition may know it, and whether its marks were written rightly. */
export interface OpenText<T> {
  readonly text: T;
  /** What is wrong with marks that had to be guessed; nothing in a text without mistakes. */
  readonly mistakes: readonly OnlyMistake[];
}

export interface OnlyMistake {
  /** Line of the text, from 1. */
  readonly line: number | null;
  readonly mistake: "audience" | "empty" | "unread";
}

type Directive = Extract<
  RootContent,
  { readonly type: "textDirective" | "leafDirective" | "containerDirective" }
>;

/** Letters that look like a mark which Markdown did not read as one; "on Mondays: only then" is none. */
const unreadMark = /:\s*only\s*[[({]|:only\b/i;

/** True for a text that holds a mark, written rightly or not. */
export function hasOnlyMark(text: string): boolean {
  return unreadMark.test(text);
}

/** A parsed text without what is above the edition. */
export function onlyFor(tree: Root, audience: Audience): OpenText<Root> {
  const mistakes: OnlyMistake[] = [];
  const children = tree.children.flatMap((node) => openNode(node, audience, mistakes));
  return { text: { ...tree, children }, mistakes };
}

/** One line of the plan without what is above the edition. */
export function onlyForLine(line: string, audience: Audience): string {
  if (!unreadMark.test(line)) return line;
  const open = line.replace(
    /:only\[([^[\]]*)\]\{\s*audience\s*=\s*(?:"([a-z]+)"|'([a-z]+)'|([a-z]+))\s*\}/g,
    (_all, words: string, ...names: (string | undefined)[]) => {
      const lowest = audienceOf(names.slice(0, 3).find((name) => name !== undefined));
      return lowest !== null && maySee(audience, lowest) ? words : "";
    },
  );
  // A mark that could not be read hides the rest of its line.
  const rest = open.search(unreadMark);
  return (rest < 0 ? open : open.slice(0, rest)).replace(/ {2,}/g, " ").trim();
}

function openNode(node: RootContent, audience: Audience, mistakes: OnlyMistake[]): RootContent[] {
  if (isOnly(node)) return openDirective(node, audience, mistakes);
  if (!("children" in node)) return [node];
  const seen = mistakes.length;
  const children = (node.children as RootContent[]).flatMap((child) => openNode(child, audience, mistakes));
  const broken = mistakes.slice(seen).some(({ mistake }) => mistake !== "audience") || hasUnread(node);
  if (broken && isSentence(node)) {
    // Which words the mark was meant for nobody can say: the paragraph goes.
    if (mistakes.length === seen) mistakes.push({ line: lineOf(node), mistake: "unread" });
    return [];
  }
  const isCut = children.length !== node.children.length && isSentence(node);
  return [{ ...node, children: isCut ? trimmed(children) : children } as RootContent];
}

/** Words without the space that stood between them and what was cut at their edge. */
function trimmed(children: readonly RootContent[]): RootContent[] {
  const last = children.length - 1;
  return children
    .map((child, index) => {
      if (child.type !== "text") return child;
      const head = index === 0 ? child.value.trimStart() : child.value;
      return { ...child, value: index === last ? head.trimEnd() : head };
    })
    .filter((child) => child.type !== "text" || child.value !== "");
}

function openDirective(node: Directive, audience: Audience, mistakes: OnlyMistake[]): RootContent[] {
  const lowest = audienceOf(node.attributes?.audience);
  if (lowest === null) mistakes.push({ line: lineOf(node), mistake: "audience" });
  if (node.children.length === 0) mistakes.push({ line: lineOf(node), mistake: "empty" });
  if (lowest === null || !maySee(audience, lowest)) return [];
  const children = (node.children as RootContent[]).flatMap((child) => openNode(child, audience, mistakes));
  return node.type === "leafDirective" ? [{ type: "paragraph", children } as RootContent] : children;
}

function isOnly(node: Nodes): node is Directive {
  return (
    (node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective") &&
    node.name.toLowerCase() === "only"
  );
}

function audienceOf(name: string | null | undefined): Audience | null {
  return audiences.find((one) => one === name) ?? null;
}

/** True for what holds words and no blocks: the least that is cut where a mark cannot be read. */
function isSentence({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading" || type === "tableCell";
}

/** True when letters of this paragraph look like a mark. Code is shown as it is written, and is none. */
function hasUnread(node: Nodes): boolean {
  if (!isSentence(node)) return false;
  const inside = (inner: Nodes): boolean =>
    inner.type === "text" || inner.type === "html"
      ? unreadMark.test(inner.value)
      : "children" in inner && !isOnly(inner) && inner.children.some(inside);
  return inside(node);
}

function lineOf({ position }: Nodes): number | null {
  return position?.start.line ?? null;
}
