import type { Table } from "../../model/assessment.js";
import type { Grid, GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { formatCount, formatDecimal, formatPlain } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { metricNouns } from "../../phrasing/metric-words.js";
import { casesSlots } from "../../phrasing/subject-words.js";
import type { Slots } from "../../phrasing/say.js";
import { facetFromId } from "../../model/slice-id.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";

/** Rows and columns that a page can hold. */
const mostRows = 24;
const mostColumns = 8;

/**
 * Tables of counts that measuring made: `::table{id="matrix" of="confusion@all"}` prints one, without `of` it prints
 * all of the evaluation that are over all cases.
 *
 * A wide or long one is cut to its largest rows and columns, and says so.
 */
export const matrix: TableKind = {
  id: "matrix",
  summary: "tables of counts of any kind of evidence; `of` picks one",
  build: (context, { of }) => {
    const own = context.assessment.tables.filter(
      ({ kind, evaluation, slice, id }) =>
        kind !== undefined &&
        evaluation === context.evaluation.id &&
        (of === undefined
          ? slice === "all" && !isDrawn(context, kind)
          : id === of || id === `${evaluation}/${of}`),
    );
    return own.map((table) => gridOf(context, table));
  },
};

/** Charts that are the table themselves: every number of it stands in their cells. */
const drawnWhole: Readonly<Record<string, string>> = {
  "attack-matrix": "attack-matrix",
  layers: "layer-matrix",
};

/** True for a table that the document has shown as a chart. */
function isDrawn({ charts }: DocumentContext, kind: string): boolean {
  return charts.some((chart) => chart.kind === drawnWhole[kind]);
}

function gridOf(context: DocumentContext, table: Table): Grid {
  const { voice } = context;
  const { kind = "", slice } = table;
  const nouns = slotsOf(context, table);
  const phrase = (part: string): readonly Inline[] => {
    const id = `matrix.${kind}.${part}`;
    return voice.knows(id) ? voice.say(id, nouns) : [];
  };
  const title = phrase("title");
  const where =
    slice === "all" ? [] : voice.say("figure.among", casesSlots(voice, context.slice(slice) ?? null));
  const rows = largest(table.rows, ({ cells }) => total(cells), mostRows);
  const places = largest(
    table.columns.map((name, index) => ({ name, index })),
    ({ name, index }) =>
      isOurs(context, kind, name) ? Infinity : total(table.rows.map(({ cells }) => cells[index] ?? null)),
    mostColumns,
  );
  return {
    id: "matrix",
    caption: [...(title.length === 0 ? [text(kind.replaceAll("-", " "))] : title), ...where],
    note: phrase("note"),
    columns: [
      { label: phrase("row"), align: "start" },
      ...places.map(({ name }) => ({ label: columnLabel(context, table, name), align: "end" as const })),
    ],
    rows: rows.map((row) => ({
      cells: [
        { pieces: rowLabel(context, kind, row.label) },
        ...places.map(({ index }) => cellOf(context, table, row.cells[index] ?? null, index)),
      ],
    })),
    foot: [
      ...phrase("foot"),
      ...(voice.audience !== "internal" && isWithheld(table) ? voice.say("table.matrix.foot-withheld") : []),
      ...cutNote(context, "rows", rows.length, table.rows.length),
      ...cutNote(context, "columns", places.length, table.columns.length),
    ],
  };
}

/** " The 12 largest of 40 rows are shown."; nothing where all are. */
function cutNote(
  { voice }: DocumentContext,
  what: "rows" | "columns",
  shown: number,
  all: number,
): readonly Inline[] {
  if (shown === all) return [];
  return voice.say(`table.matrix.cut-${what}`, {
    shown: formatCount(shown, voice.lang),
    all: formatCount(all, voice.lang),
  });
}

/** What a phrase of a table may use: nouns, the part of the evidence in its id, and whether few are withheld. */
function slotsOf({ voice }: DocumentContext, { id, evaluation }: Table): Slots {
  const facet = /\[([^\]]*)\]@/.exec(id)?.[1];
  const part = facet === undefined ? null : facetFromId(facet);
  return {
    ...metricNouns(voice),
    part: part === null ? "none" : (voice.partName({ evaluation, facet: part }) ?? part),
    held: voice.audience === "internal" ? "no" : "yes",
  };
}

/** True for a column that means the same in every table of its kind, and so is never left out. */
function isOurs({ voice }: DocumentContext, kind: string, column: string): boolean {
  return voice.knows(`matrix.${kind}.column.${column}`);
}

/** A heading of ours, `name:part` as a part of a name of the data, or the name itself. */
function columnLabel({ voice }: DocumentContext, table: Table, column: string): readonly Inline[] {
  const { kind = "", evaluation } = table;
  const nouns = metricNouns(voice);
  const whole = `matrix.${kind}.column.${column}`;
  if (voice.knows(whole)) return voice.say(whole, nouns);
  const at = column.lastIndexOf(":");
  const part = `matrix.${kind}.column.${column.slice(at + 1)}`;
  return at > 0 && voice.knows(part)
    ? voice.say(part, { ...nouns, name: rowLabel({ voice }, kind, column.slice(0, at)) })
    : [text(voice.partName({ evaluation, facet: column }) ?? column)];
}

/** A label of ours, or a name of the data; an empty one says so. */
function rowLabel({ voice }: Pick<DocumentContext, "voice">, kind: string, label: string): readonly Inline[] {
  const id = `matrix.${kind}.label.${label}`;
  if (voice.knows(id)) return voice.say(id, metricNouns(voice));
  if (label === "" || label === "(missing)") return voice.say("slice.missing");
  return [text(label.replaceAll("..", " – "))];
}

/** True for a matrix that this edition holds back whole: some of its counts are under 10. */
function isWithheld({ rows }: Table): boolean {
  return rows.every(({ cells }) => cells.every((cell) => cell === null));
}

/** A number as it was counted; a code has its word, and no number has its reason. */
function cellOf(context: DocumentContext, table: Table, value: number | null, column: number): GridCell {
  const { voice } = context;
  const { id, kind = "", columns } = table;
  const name = (columns[column] ?? "").replace(/^.*:/, "");
  if (value === null && voice.audience !== "internal" && isWithheld(table))
    return { pieces: voice.say("table.matrix.withheld") };
  if (value === null) {
    const own = [`matrix.${kind}.empty.${name}`, `matrix.${kind}.empty`].find(voice.knows);
    return { pieces: voice.say(own ?? "table.matrix.empty", slotsOf(context, table)) };
  }
  const word = `matrix.${kind}.code.${name}-${value}`;
  if (voice.knows(word)) return { pieces: voice.say(word) };
  const shown = Number.isInteger(value)
    ? formatCount(value, voice.lang)
    : Math.abs(value) < 0.0005
      ? formatPlain(Number(value.toPrecision(1)), voice.lang)
      : formatDecimal(value, Math.abs(value) < 10 ? 3 : 1, voice.lang);
  return {
    pieces: [
      {
        type: "datum",
        ref: `table:${id}`,
        part: "n",
        value: Number.isInteger(value) ? value : Number(value.toPrecision(4)),
        text: shown,
      },
    ],
  };
}

/** The largest of a list, in their own order. */
function largest<T>(items: readonly T[], size: (item: T) => number, most: number): T[] {
  if (items.length <= most) return [...items];
  const kept = new Set([...items].sort((a, b) => size(b) - size(a)).slice(0, most));
  return items.filter((item) => kept.has(item));
}

function total(cells: readonly (number | null)[]): number {
  return cells.reduce((sum: number, cell) => sum + Math.abs(cell ?? 0), 0);
}
