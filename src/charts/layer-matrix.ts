import type { Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridCell } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { rateOfCounts } from "./attack-matrix.js";
import { shadeOf } from "./confusion-matrix.js";

/** What each layer let pass of each attack, and what none of them caught: layers that fail together show. */
export const layerMatrix: ChartKind = {
  id: "layer-matrix",
  summary: "attacks that each layer let pass, by species, and those that none caught",
  tasks: ["layers"],
  missing: "picture.layer-matrix.none",
  reason: ({ evaluation, voice }) =>
    evaluation.task === "layers" && voice.audience !== "internal" && voice.audience !== "auditor"
      ? "picture.layer-matrix.held"
      : null,
  draw: (context) => {
    const { voice } = context;
    const table = context.table("layers", "all");
    if (table === undefined) return null;
    const rows = rowsOf(table);
    const layers = table.columns.slice(1, -1);
    if (layers.length === 0 || rows.every(({ tried }) => tried === null)) return null;
    const slots = slotsOf(context, table, rows, layers);
    const columns = ["tried", ...layers, "none"];
    return {
      kind: "layer-matrix",
      id: "layer-matrix",
      title: sentenceCase(voice.say("picture.layer-matrix.title", slots)),
      note: voice.say("picture.layer-matrix.note", slots),
      alt: plainText(voice.say("picture.layer-matrix.alt", slots)),
      panels: [],
      grid: {
        id: "layer-matrix",
        matrix: true,
        caption: [],
        note: [],
        columns: [
          { label: voice.say("picture.layer-matrix.column-attack"), align: "start" },
          ...columns.map((column, index) => ({
            label:
              index === 0 || index === columns.length - 1
                ? voice.say(`picture.layer-matrix.column-${column}`)
                : [
                    text(
                      voice.partName({ evaluation: table.evaluation, facet: column }) ??
                        column.replaceAll("_", " "),
                    ),
                  ],
            align: "end" as const,
          })),
        ],
        rows: rows.map((row) => ({
          cells: [
            {
              pieces:
                row.name === "" || row.name === "(missing)" ? voice.say("slice.missing") : [text(row.name)],
            },
            { pieces: numberOf(voice, table, row.tried, "denominator") },
            ...row.passed.map((x): GridCell => cellOf(voice, table, x, row.tried)),
            lastCell(voice, table, row),
          ],
        })),
        foot: [...voice.say("picture.layer-matrix.foot"), ...possible(context, rows)],
      },
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

interface LayerRow {
  readonly name: string;
  readonly tried: number | null;
  /** Let pass by each layer, in order. */
  readonly passed: readonly (number | null)[];
  readonly byNone: number | null;
}

/** The attack that most often passes all layers first. */
function rowsOf({ rows }: Table): LayerRow[] {
  return rows
    .map(({ label, cells }): LayerRow => ({
      name: label,
      tried: cells[0] ?? null,
      passed: cells.slice(1, -1),
      byNone: cells.at(-1) ?? null,
    }))
    .sort((a, b) => joint(b) - joint(a));
}

function joint({ tried, byNone }: LayerRow): number {
  return tried === null || byNone === null || tried < smallSample ? -1 : byNone / tried;
}

function slotsOf(
  { voice }: ChartContext,
  { id }: Table,
  rows: readonly LayerRow[],
  layers: readonly string[],
) {
  const [worst] = rows;
  const number = (value: number, part: "numerator" | "denominator"): Inline =>
    counted(voice, `table:${id}`, part, value);
  return {
    layers: formatCount(layers.length, voice.lang),
    layers_n: layers.length,
    told: worst === undefined || joint(worst) < 0 ? "few" : joint(worst) === 0 ? "zero" : "yes",
    name: worst?.name ?? "",
    x: number(worst?.byNone ?? 0, "numerator"),
    n: number(worst?.tried ?? 0, "denominator"),
    kinds: formatCount(rows.length, voice.lang),
    list: rows
      .flatMap(({ name, tried, byNone }) =>
        tried === null || byNone === null
          ? []
          : plainText(
              voice.say("picture.attack-matrix.alt-one", {
                name,
                x: formatCount(byNone, voice.lang),
                n: formatCount(tried, voice.lang),
              }),
            ),
      )
      .join("; "),
  };
}

function numberOf(
  voice: Voice,
  { id }: Table,
  value: number | null,
  part: "numerator" | "denominator",
): readonly Inline[] {
  return value === null
    ? voice.say("picture.attack-matrix.withheld")
    : [counted(voice, `table:${id}`, part, value)];
}

function cellOf(voice: Voice, table: Table, x: number | null, n: number | null): GridCell {
  const pieces = numberOf(voice, table, x, "numerator");
  return x === null || n === null ? { pieces } : { pieces, shade: shadeOf(x, n) };
}

/** What none caught, in a heavier face. */
function lastCell(voice: Voice, table: Table, { tried, byNone }: LayerRow): GridCell {
  const cell = cellOf(voice, table, byNone, tried);
  return { ...cell, pieces: [{ type: "strong", children: cell.pieces }] };
}

/** Of none that got past all layers, what is still possible: told of the attack with the fewest tries. */
function possible(context: ChartContext, rows: readonly LayerRow[]): readonly Inline[] {
  const { voice } = context;
  const [least] = rows
    .flatMap(({ tried, byNone }) => (byNone === 0 && tried !== null && tried >= smallSample ? [tried] : []))
    .sort((a, b) => a - b);
  const range = least === undefined ? null : rateOfCounts(context, ["joint-slip"], 0, least);
  if (range?.interval == null) return [];
  const of = voice.totalOf(range);
  return [
    text(" "),
    ...voice.say("picture.layer-matrix.possible", {
      n: counted(voice, range.id, "denominator", least ?? 0),
      high: counted(voice, range.id, "high", Math.ceil(range.interval.high * of), of),
      of: counted(voice, range.id, "outOf", of, of),
    }),
  ];
}
