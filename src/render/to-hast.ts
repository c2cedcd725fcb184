import type { Element, ElementContent, Properties, Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { toHast, type State } from "mdast-util-to-hast";

import type { Chart } from "../model/chart.js";
import type { BdiNode, BlockNode, ChartNode, DatumNode, GridNode } from "../model/document.js";
import type { Grid, GridCell, GridColumn, GridRow } from "../model/grid.js";
import type { Datum, Inline } from "../model/inline.js";
import { visibleText } from "../visible-text.js";

/** Trusted drawings found on the way, by the number of the place holder that stands for each. */
export interface Drawings {
  readonly charts: Chart[];
  readonly strips: string[];
}

/** Elements a block of the layout becomes; every other is a `div`. */
const blockElements: Readonly<Record<string, string>> = {
  masthead: "header",
  stamp: "footer",
  record: "section",
  gaps: "section",
  restriction: "section",
  questions: "details",
};

/**
 * The document tree as an HTML tree. Charts and strips stay place holders: they are drawn, trusted, and come
 * in only after everything else went through the sanitiser.
 */
export function documentToHast(tree: Root): { readonly hast: HastRoot; readonly drawings: Drawings } {
  const drawings: Drawings = { charts: [], strips: [] };
  const hast = toHast(tree, {
    handlers: {
      datum: (_state: State, node: DatumNode) => datumElement(node.datum),
      bdi: (state: State, node: BdiNode) =>
        element("bdi", node.lang === undefined ? {} : { lang: node.lang }, state.all(node)),
      grid: (_state: State, node: GridNode) => gridElement(node.grid, drawings),
      chart: (_state: State, node: ChartNode) => chartElement(node.chart, drawings),
      block: (state: State, node: BlockNode) => {
        const name = blockElements[node.name] ?? "div";
        // Folded on the screen under its label.
        const summary = element("summary", {}, [{ type: "text", value: node.label ?? "" }]);
        const children = name === "details" ? [summary, ...state.all(node)] : state.all(node);
        return element(name, { className: [node.name] }, children);
      },
    },
  });
  return {
    hast: hast.type === "root" ? hast : { type: "root", children: [hast] },
    drawings,
  };
}

/**
 * Sentence pieces as HTML.
 *
 * @param around - what an element around them refers to already: a number of the same needs no reference of its own
 */
export function inlineElements(pieces: readonly Inline[], around: string | null = null): ElementContent[] {
  return pieces.map((piece): ElementContent => {
    if (piece.type === "text") return { type: "text", value: visibleText(piece.value) };
    if (piece.type === "datum") return datumElement(piece, around);
    return element("strong", {}, inlineElements(piece.children, around));
  });
}

function datumElement({ ref, part, value, text, of }: Datum, around: string | null = null): Element {
  return element(
    "data",
    {
      value: String(value),
      ...(ref === around ? {} : { dataRef: ref }),
      dataPart: part,
      ...(of === undefined ? {} : { dataOf: String(of) }),
    },
    [{ type: "text", value: text }],
  );
}

function chartElement(chart: Chart, drawings: Drawings): Element {
  const place = drawings.charts.length;
  drawings.charts.push(chart);
  const claim =
    chart.title.length === 0 ? [] : [element("p", { className: ["claim"] }, inlineElements(chart.title))];
  const note =
    chart.note.length === 0 ? [] : [element("p", { className: ["note"] }, inlineElements(chart.note))];
  const panels = chart.panels.map((panel, index) =>
    element("div", { className: ["panel"] }, [
      ...(panel.title.length === 0
        ? []
        : [element("p", { className: ["panel-title"] }, inlineElements(panel.title))]),
      element("div", { className: ["panel-body"] }, [
        element("div", { className: ["picture"], dataPicture: `${place}/${index}` }, []),
        ...(panel.key === null ? [] : [gridElement(panel.key, drawings, "key")]),
      ]),
    ]),
  );
  return element("figure", { className: ["chart", chart.kind] }, [
    element("figcaption", {}, [...claim, ...note]),
    ...(panels.length === 0 ? [] : [element("div", { className: ["panels"] }, panels)]),
    ...tableOf(chart, drawings),
  ]);
}

function tableOf(chart: Chart, drawings: Drawings): Element[] {
  if (chart.grid.columns.length === 0) return [];
  const table = gridElement(
    { ...chart.grid, caption: chart.gridOpen ? chart.grid.caption : chart.title },
    drawings,
  );
  if (chart.gridOpen) return [table];
  return [
    element("details", { className: ["behind"] }, [
      element("summary", {}, [{ type: "text", value: chart.tableLabel }]),
      table,
    ]),
  ];
}

function gridElement(grid: Grid, drawings: Drawings, kind = "grid"): Element {
  const head = grid.columns.map((column, index) =>
    element(
      "th",
      { scope: "col", ...classed(columnClass(column)) },
      column.label.length === 0 && index > 0 ? [] : inlineElements(column.label),
    ),
  );
  const rows = grid.rows.map((row) => {
    const ref = refOfRow(row);
    return element(
      "tr",
      {
        ...classed([...(row.opens === true ? ["opens"] : []), ...(row.strong === true ? ["strong"] : [])]),
        ...(ref === null ? {} : { dataRef: ref }),
      },
      row.cells.map((cell, index) => cellElement(cell, grid.columns[index], index === 0, drawings, ref)),
    );
  });
  const caption = [
    ...(grid.caption.length === 0
      ? []
      : [element("span", { className: ["claim"] }, inlineElements(grid.caption))]),
    ...(grid.note.length === 0 ? [] : [element("span", { className: ["note"] }, inlineElements(grid.note))]),
  ];
  const table = element("table", {}, [
    ...(caption.length === 0 ? [] : [element("caption", {}, caption)]),
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, rows),
  ]);
  const foot =
    grid.foot.length === 0 ? [] : [element("p", { className: ["note", "foot"] }, inlineElements(grid.foot))];
  return element("div", { className: [kind, `${kind}-${grid.id}`] }, [table, ...foot]);
}

/** What two or more numbers of a row come from: written once, on the row, as tables are most of a long page. */
function refOfRow({ cells }: GridRow): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells)
    for (const ref of refsIn(cell.pieces)) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 1 ? most[0] : null;
}

function refsIn(pieces: readonly Inline[]): string[] {
  return pieces.flatMap((piece) =>
    piece.type === "datum" ? [piece.ref] : piece.type === "strong" ? refsIn(piece.children) : [],
  );
}

function cellElement(
  cell: GridCell,
  column: GridColumn | undefined,
  first: boolean,
  drawings: Drawings,
  ref: string | null,
): Element {
  const classes = [...columnClass(column), ...(cell.tone === undefined ? [] : [cell.tone])];
  const mark =
    cell.mark === undefined ? [] : [element("span", { className: ["mark", `mark-${cell.mark}`] }, [])];
  const content = [...mark, ...inlineElements(cell.pieces, ref)];
  if (cell.svg !== undefined) {
    drawings.strips.push(cell.svg);
    content.push(element("span", { dataStrip: String(drawings.strips.length - 1) }, []));
  }
  if (first) return element("th", { scope: "row", ...classed(classes) }, content);
  // The heading of the column, for a phone, where a row is a block of lines; an empty cell has none.
  const label = column === undefined || content.length === 0 ? "" : visibleText(labelText(column.label));
  return element("td", { ...classed(classes), ...(label === "" ? {} : { dataLabel: label }) }, content);
}

function columnClass(column: GridColumn | undefined): string[] {
  if (column === undefined) return [];
  return [...(column.align === "end" ? ["end"] : []), ...(column.drawing === true ? ["drawing"] : [])];
}

function classed(className: string[]): Properties {
  return className.length === 0 ? {} : { className };
}

function labelText(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) =>
      piece.type === "strong" ? labelText(piece.children) : piece.type === "datum" ? piece.text : piece.value,
    )
    .join("");
}

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
