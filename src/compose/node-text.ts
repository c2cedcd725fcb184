import type { Nodes } from "mdast";

/** What a reader sees of a node, as plain text. */
export function nodeText(node: Nodes): string {
  if (node.type === "datum") return node.datum.text;
  if ("value" in node) return node.value;
  if ("children" in node) return (node.children as Nodes[]).map(nodeText).join("");
  return "";
}
