import type { Root, RootContent } from "mdast";

import type { Message, Place } from "../errors.js";
import { hasInvisible } from "./visible-text.js";

const safeLink = /^(https?:|mailto:|#)/i;
/** Headings of a note stand below those of the document. */
const highestHeading = 3;

/**
 * A note made harmless: links to a script or a file lose their target, pictures become their description,
 * headings move below those of the document. What was changed is reported with its line.
 */
export function cleanNote(tree: Root, file: string, report: (message: Message) => void): Root {
  return { ...tree, children: cleanAll(tree.children, file, report) };
}

function cleanAll(
  nodes: readonly RootContent[],
  file: string,
  report: (message: Message) => void,
): RootContent[] {
  return nodes.flatMap((node) => clean(node, file, report));
}

function clean(node: RootContent, file: string, report: (message: Message) => void): RootContent[] {
  const place: Place =
    node.position === undefined
      ? { file }
      : { file, line: node.position.start.line, column: node.position.start.column };
  if (
    (node.type === "text" || node.type === "code" || node.type === "inlineCode") &&
    hasInvisible(node.value)
  ) {
    report({
      code: "invisible-character",
      severity: "error",
      place,
      text: "Unexpected invisible or direction-changing character; it is printed as its code.",
      hint: "Delete it, or write the word again.",
    });
  }
  if (node.type === "image" || node.type === "imageReference") {
    report({
      code: "image-in-note",
      severity: "warning",
      place,
      text: "Unexpected picture; its description is printed instead.",
      hint: "Use ::chart for a picture of the evidence.",
    });
    return node.alt ? [{ type: "text", value: node.alt }] : [];
  }
  if (node.type === "link" || node.type === "definition") {
    if (!safeLink.test(node.url.replace(/[\p{Cc}\s]/gu, ""))) {
      report({
        code: "link-target",
        severity: "error",
        place,
        text: "Unexpected link target, expected http, https or mailto; the words stay, the link goes.",
        hint: "Write the full address.",
      });
      return node.type === "definition" ? [] : cleanAll(node.children, file, report);
    }
  }
  if (node.type === "heading")
    return [
      {
        ...node,
        depth: Math.min(6, Math.max(highestHeading, node.depth + 2)) as 3,
        children: cleanAll(node.children, file, report) as typeof node.children,
      },
    ];
  if (!("children" in node)) return [node];
  return [{ ...node, children: cleanAll(node.children, file, report) } as RootContent];
}
