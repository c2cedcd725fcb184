import type { Nodes, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A table of a Markdown text, as another reader of Markdown sees it. */
export interface ReadTable {
  /** Cells of each row, the header first. */
  readonly widths: readonly number[];
}

/** Every table of a Markdown text, read without our directives. */
export function markdownTables(text: string): ReadTable[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  return tablesBelow(tree).map(({ children }) => ({ widths: children.map((row) => row.children.length) }));
}

function tablesBelow(node: Nodes): Table[] {
  if (node.type === "table") return [node];
  return "children" in node ? node.children.flatMap((child: Nodes) => tablesBelow(child)) : [];
}
