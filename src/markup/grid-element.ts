import type { Element } from "hast";

import type { Grid, GridCell, GridColumn } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { visibleText } from "../visible-text.js";
import type { Drawings } from "./drawings.js";
import { classed, element } from "./element.js";
import { inlineElements } from "./inline-elements.js";

/** A table as HTML; its strips stay place holders. */
export function gridElement(grid: Grid, drawings: Drawings, kind = "grid"): Element {
  const head = grid.columns.map((column, index) =>
    element(
      "th",
      { scope: "col", ...classed(columnClass(column)) },
      column.label.length === 0 && index > 0 ? [] : inlineElements(column.label),
    ),
  );
  const rows = grid.rows.map((row) => {
    const ref = refOfCells(row.cells);
    return element(
      "tr",
      {
        ...classed([...(row.opens === true ? ["opens"] : []), ...(row.strong === true ? ["strong"] : [])]),
        ...(ref === null ? {} : { dataRef: ref }),
        ...(row.anchor === undefined ? {} : { id: row.anchor }),
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
  const own = grid.matrix === true ? "matrix" : kind;
  const whole = grid.matrix === true && holdsWords(grid) ? ["whole-words"] : [];
  return element("div", { className: [own, `${own}-${grid.id}`, ...whole] }, [table, ...foot]);
}

/** Width of a phone's column, of a letter of a table on it, and of the room around a cell, in pixels. */
const [phone, letter, room] = [328, 6.6, 9];

/** True for a matrix that a phone holds without a word cut in two: else words may break anywhere. */
function holdsWords({ columns, rows }: Grid): boolean {
  const longest = (pieces: readonly Inline[]): number =>
    Math.max(
      0,
      ...labelText(pieces)
        .split(/\s+/)
        .map((word) => word.length),
    );
  const widths = columns.map(({ label }, index) =>
    Math.max(longest(label), ...rows.map(({ cells }) => longest(cells[index]?.pieces ?? []))),
  );
  return widths.reduce((sum, width) => sum + width * letter + room, 0) <= phone;
}

/** What most numbers of a row or of a cell come from, where it is two or more: written once, as tables are most of a page. */
function refOfCells(cells: readonly GridCell[]): string | null {
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
  const classes = [
    ...columnClass(column),
    ...(cell.tone === undefined ? [] : [cell.tone]),
    ...(cell.shade === undefined ? [] : [`shade-${cell.shade}`]),
    ...(cell.state === undefined ? [] : [`state-${cell.state}`]),
  ];
  const mark =
    cell.mark === undefined ? [] : [element("span", { className: ["mark", `mark-${cell.mark}`] }, [])];
  // Several numbers of one source name it once, on their cell, where their row does not.
  const own = refOfCells([cell]);
  const around = own === null || own === ref ? ref : own;
  const content = [...mark, ...inlineElements(cell.pieces, around)];
  if (cell.svg !== undefined) {
    drawings.strips.push(cell.svg);
    content.push(element("span", { dataStrip: String(drawings.strips.length - 1) }, []));
  }
  if (first)
    return element(
      "th",
      { scope: "row", ...classed(classes), ...(around === ref ? {} : { dataRef: around }) },
      content,
    );
  // The heading of the column, for a phone, where a row is a block of lines; an empty cell has none.
  const label = column === undefined || content.length === 0 ? "" : visibleText(labelText(column.label));
  return element(
    "td",
    {
      ...classed(classes),
      ...(label === "" ? {} : { dataLabel: label }),
      ...(around === ref ? {} : { dataRef: around }),
    },
    content,
  );
}

function columnClass(column: GridColumn | undefined): string[] {
  if (column === undefined) return [];
  return [...(column.align === "end" ? ["end"] : []), ...(column.drawing === true ? ["drawing"] : [])];
}

function labelText(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) =>
      piece.type === "strong" ? labelText(piece.children) : piece.type === "datum" ? piece.text : piece.value,
    )
    .join("");
}
