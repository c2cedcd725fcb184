import type { Nodes, Root } from "mdast";

import type { Message, Place } from "../errors.js";
import type { Exception } from "../model/lint.js";
import { suggestName } from "../model/nearest-name.js";
import { rules } from "./rules/all.js";

export interface FoundExceptions {
  readonly exceptions: Exception[];
  /** Comments that were meant as an exception and are none. */
  readonly messages: readonly Message[];
}

/** Stands in every comment that is an exception: texts without it need no look. */
export const exceptionMark = "lint-ok";

/**
 * Exceptions an author wrote into a text: `<!-- lint-ok L26: wording of the law -->`.
 *
 * A comment within a line is about its paragraph, heading or table; one that stands by itself is about the block
 * that follows, whatever it is: a paragraph, a list, a quote.
 */
export function exceptionsOf(tree: Root, file: string): FoundExceptions {
  const exceptions: Exception[] = [];
  const messages: Message[] = [];
  const add = (html: string, place: Place, about: () => Nodes | undefined): void => {
    for (const comment of commentsIn(html)) {
      const read = readComment(comment, place);
      if (read === null) continue;
      if ("code" in read) messages.push(read);
      else exceptions.push({ ...read, file, line: place.line ?? 1, ...linesOf(about()) });
    }
  };
  const walk = (node: Nodes, inLine: Nodes | undefined): void => {
    if (!("children" in node)) return;
    const children: readonly Nodes[] = node.children;
    children.forEach((child, index) => {
      if (child.type !== "html") walk(child, inLine ?? (isLine(child) ? child : undefined));
      else
        add(child.value, placeOf(child, file), () => inLine ?? children.slice(index + 1).find(isNoComment));
    });
  };
  walk(tree, undefined);
  return { exceptions, messages };
}

/** Letters of a name that are compared with those of the rules. */
const longestName = 60;

/** Words of a comment as an exception, or what is wrong with them; null for any other comment. */
function readComment(comment: string, place: Place): Pick<Exception, "rule" | "reason"> | Message | null {
  const words = comment.trim();
  if (words.split(/[\s:]/, 1)[0] !== exceptionMark) return null;
  const rest = words.slice(exceptionMark.length).trim();
  const colon = rest.indexOf(":");
  const name = (colon < 0 ? rest : rest.slice(0, colon)).trim().slice(0, longestName);
  const reason = colon < 0 ? "" : rest.slice(colon + 1).trim();
  const fault = (text: string, hint: string): Message => ({
    code: "lint-exception",
    severity: "error",
    place,
    text,
    hint,
  });
  const rule = rules.find(({ id, alias }) => id === name || alias === name.toUpperCase());
  const names = rules.flatMap(({ id, alias }) => [id, alias]);
  if (rule === undefined && name.split(/[\s,;]+/).filter((one) => names.includes(one)).length > 1)
    return fault(
      `Unexpected rules "${name}" in one exception, expected one.`,
      "Write a comment for each, with its own reason.",
    );
  if (rule === undefined)
    return fault(
      `Unexpected rule "${name}" in an exception.`,
      suggestName(name, names, "forthright list rules"),
    );
  if (reason === "")
    return fault(
      `Unexpected exception from ${rule.alias} without a reason, expected one behind a colon.`,
      `Write <!-- lint-ok ${rule.alias}: why it may stand -->.`,
    );
  return { rule: rule.id, reason: reason.replace(/\s+/g, " ") };
}

/** What stands inside the comments of a piece of HTML; one that never ends is none. In one pass, for texts may be hostile. */
function commentsIn(html: string): string[] {
  const found: string[] = [];
  for (let from = 0; ;) {
    const start = html.indexOf("<!--", from);
    const end = start < 0 ? -1 : html.indexOf("-->", start + 4);
    if (end < 0) return found;
    found.push(html.slice(start + 4, end));
    from = end + 3;
  }
}

function isLine({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading" || type === "table";
}

function isNoComment(node: Nodes): boolean {
  return node.type !== "html" || !node.value.trimStart().startsWith("<!--");
}

function linesOf(node: Nodes | undefined): Pick<Exception, "first" | "last"> {
  const { start, end } = node?.position ?? {};
  return { first: start?.line ?? 1, last: end?.line ?? 0 };
}

function placeOf({ position }: Nodes, file: string): Place {
  return position === undefined
    ? { file }
    : { file, line: position.start.line, column: position.start.column };
}
