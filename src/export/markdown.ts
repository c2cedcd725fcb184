import type { BlockContent, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

import type { ComposedDocument } from "../model/document.js";
import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { visibleText } from "../visible-text.js";

/**
 * The document as Markdown: the same words and numbers, tables as tables, charts as links to their pictures.
 *
 * @param name - file name of the document without ending; pictures are named after it
 * @param banner - what stands on top of every printed page; empty for nothing
 */
export function markdownOf(document: ComposedDocument, name: string, banner: string): string {
  const words = paragraph([{ type: "text", value: visibleText(banner) }]) as BlockContent;
  const notice: RootContent[] = banner === "" ? [] : [{ type: "blockquote", children: [words] }];
  const tree: Root = { type: "root", children: [...notice, ...flatten(document.tree.children, name)] };
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: "-",
    emphasis: "_",
    rule: "-",
  });
}

function flatten(nodes: readonly RootContent[], document: string): RootContent[] {
  return nodes.flatMap((node) => flattenNode(node, document));
}

function flattenNode(node: RootContent, document: string): RootContent[] {
  switch (node.type) {
    case "datum":
      return [{ type: "text", value: node.datum.text }];
    case "bdi":
      return flatten(node.children, document);
    case "block":
      return blockOf(node.name, flatten(node.children, document) as BlockContent[]);
    case "grid":
      return gridOf(node.grid);
    case "chart":
      return [
        ...(node.chart.title.length === 0
          ? []
          : [paragraph([{ type: "strong", children: inline(node.chart.title) }])]),
        ...(node.chart.note.length === 0 ? [] : [paragraph(inline(node.chart.note))]),
        ...node.chart.panels.flatMap((panel, index): RootContent[] => {
          const name = `charts/${document}-${node.chart.id}${node.chart.panels.length > 1 ? `-${index + 1}` : ""}.svg`;
          return [
            ...(panel.title.length === 0 ? [] : [paragraph(inline(panel.title))]),
            paragraph([{ type: "image", url: name, alt: visibleText(node.chart.alt) }]),
            ...(panel.key === null ? [] : gridOf(panel.key)),
          ];
        }),
        ...gridOf(node.chart.grid),
      ];
    default:
      return "children" in node
        ? [{ ...node, children: flatten(node.children, document) } as RootContent]
        : [node];
  }
}

/** Regions that a reader of plain Markdown should see as set apart. */
function blockOf(name: string, children: BlockContent[]): RootContent[] {
  if (name === "analogy" || name === "wording" || name === "gaps") return [{ type: "blockquote", children }];
  if (name === "stamp") return [{ type: "thematicBreak" }, ...children];
  return children;
}

function gridOf(grid: Grid): RootContent[] {
  if (grid.columns.length === 0) return [];
  const kept = grid.columns.flatMap((column, index) => (column.drawing === true ? [] : [index]));
  const row = (cells: readonly (readonly Inline[])[]): TableRow => ({
    type: "tableRow",
    children: kept.map((index) => ({ type: "tableCell", children: inline(cells[index] ?? []) })),
  });
  const table: Table = {
    type: "table",
    align: kept.map((index) => (grid.columns[index]?.align === "end" ? "right" : null)),
    children: [
      row(grid.columns.map((_, index) => capitalised(headOf(grid, index)))),
      ...grid.rows.map(({ cells, strong }) =>
        row(
          cells.map(({ pieces }) =>
            strong === true && pieces.length > 0 ? [{ type: "strong" as const, children: pieces }] : pieces,
          ),
        ),
      ),
    ],
  };
  return [
    ...(grid.caption.length === 0 ? [] : [paragraph([{ type: "strong", children: inline(grid.caption) }])]),
    ...(grid.note.length === 0 ? [] : [paragraph(inline(grid.note))]),
    table,
    ...(grid.foot.length === 0 ? [] : [paragraph(inline(grid.foot))]),
  ];
}

/** A column without its drawing keeps the drawing's name, which says whose numbers stand beside it. */
function headOf({ columns }: Grid, index: number): readonly Inline[] {
  const [before, own] = [columns[index - 1], columns[index]];
  const label = own?.label ?? [];
  return before?.drawing === true ? [...before.label, { type: "text", value: ", " }, ...label] : label;
}

/** Column heads open with a capital, as on the page. */
function capitalised(pieces: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = pieces;
  return first?.type === "text"
    ? [{ ...first, value: first.value.charAt(0).toUpperCase() + first.value.slice(1) }, ...rest]
    : pieces;
}

function inline(pieces: readonly Inline[]): PhrasingContent[] {
  return pieces.map((piece): PhrasingContent => {
    if (piece.type === "text") return { type: "text", value: visibleText(piece.value) };
    if (piece.type === "datum") return { type: "text", value: piece.text };
    return { type: "strong", children: inline(piece.children) };
  });
}

/** A space before the first word would be written as a character reference. */
function paragraph([first, ...rest]: PhrasingContent[]): RootContent {
  if (first === undefined) return { type: "paragraph", children: [] };
  const opening = first.type === "text" ? { ...first, value: first.value.trimStart() } : first;
  return { type: "paragraph", children: [opening, ...rest] };
}
