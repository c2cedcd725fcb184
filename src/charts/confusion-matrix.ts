import type { Estimate, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Grid, GridCell, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate, smallCell } from "../phrasing/display-gate.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import { shortRate } from "../phrasing/rate-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { classConfusion } from "./class-confusion.js";

/**
 * What the cases were, and what they were taken for: counts, with the ground of each cell as deep as its share of
 * what they were.
 *
 * Shares are of the row, the actual class. Of a column, what was said, no share is told: it would hold for the mix of
 * the test alone.
 */
export const confusionMatrix: ChartKind = {
  id: "confusion-matrix",
  summary: "counts of what the cases were by what they were taken for, of two classes or of many",
  tasks: ["binary", "multiclass"],
  missing: "picture.confusion-matrix.none",
  reason: ({ voice, estimate, table }) =>
    voice.audience !== "internal" &&
    (table("confusion", "all") !== undefined || estimate("recall", "all")?.value != null)
      ? "picture.confusion-matrix.held"
      : null,
  draw: (context) => {
    const table = context.table("confusion", "all");
    return table === undefined ? binaryConfusion(context) : manyConfusion(context, table);
  },
};

/** How deep the ground of a cell is, by its share of the row. */
export function shadeOf(x: number, n: number): NonNullable<GridCell["shade"]> {
  const share = n === 0 ? 0 : x / n;
  if (share === 0) return 0;
  if (share < 0.05) return 1;
  if (share < 0.25) return 2;
  return share < 0.6 ? 3 : 4;
}

type Counted = Estimate & { readonly numerator: number; readonly denominator: number };

function isCounted(estimate: Estimate | undefined): estimate is Counted {
  return (
    estimate !== undefined &&
    estimate.numerator !== null &&
    estimate.denominator !== null &&
    estimate.denominator > 0
  );
}

function binaryConfusion(context: ChartContext): Chart | null {
  const { voice, estimate } = context;
  const [recall, alarms] = [estimate("recall", "all"), estimate("false-alarms", "all")];
  if (!isCounted(recall) || !isCounted(alarms)) return null;
  const cells = [recall, alarms].flatMap(({ numerator, denominator }) => [
    numerator,
    denominator - numerator,
  ]);
  const few = cells.some((count) => count > 0 && count < smallCell);
  if (voice.audience !== "internal" && few) return null;
  const count = (of: Counted, part: "numerator" | "rest" | "denominator"): Inline =>
    counted(voice, of.id, part, part === "rest" ? of.denominator - of.numerator : of[part]);
  const slots = {
    tp: count(recall, "numerator"),
    fn: count(recall, "rest"),
    p: count(recall, "denominator"),
    fp: count(alarms, "numerator"),
    tn: count(alarms, "rest"),
    neg: count(alarms, "denominator"),
    n: formatCount(recall.denominator + alarms.denominator, voice.lang),
    tp_n: recall.numerator,
    fn_n: recall.denominator - recall.numerator,
    fp_n: alarms.numerator,
  };
  const say = (phrase: string): readonly Inline[] => voice.say(`picture.confusion-matrix.${phrase}`, slots);
  const cell = (of: Counted, part: "numerator" | "rest", mark: NonNullable<GridCell["mark"]>): GridCell => ({
    pieces: [count(of, part), ...ofRow(voice, of, part === "rest" ? "complement" : "value")],
    shade: shadeOf(part === "rest" ? of.denominator - of.numerator : of.numerator, of.denominator),
    mark,
  });
  const sum = (a: number, b: number, part: "flagged" | "rest" | "n"): readonly Inline[] => [
    counted(voice, `matrix:confusion@all`, part, a + b),
  ];
  const grid: Grid = {
    ...emptyMatrix,
    columns: ["actual", "flagged", "not", "all"].map((name, index) => ({
      label: say(`column-${name}`),
      align: index === 0 ? ("start" as const) : ("end" as const),
    })),
    rows: [
      {
        cells: [
          { pieces: say("row-positives") },
          cell(recall, "numerator", "caught"),
          cell(recall, "rest", "missed"),
          { pieces: [count(recall, "denominator")] },
        ],
      },
      {
        cells: [
          { pieces: say("row-negatives") },
          cell(alarms, "numerator", "false-alarm"),
          cell(alarms, "rest", "left-alone"),
          { pieces: [count(alarms, "denominator")] },
        ],
      },
      {
        opens: true,
        cells: [
          { pieces: say("row-all") },
          { pieces: sum(recall.numerator, alarms.numerator, "flagged") },
          {
            pieces: sum(recall.denominator - recall.numerator, alarms.denominator - alarms.numerator, "rest"),
          },
          { pieces: sum(recall.denominator, alarms.denominator, "n") },
        ],
      },
    ],
  };
  return chartOf(voice, say("title"), say("note"), say("alt"), grid);
}

/** " (84 of 100)": the share of the row, where there are cases enough to tell one. */
function ofRow(voice: Voice, estimate: Counted, side: "value" | "complement"): readonly Inline[] {
  if (displayGate(estimate, voice.audience) !== "rate") return [];
  const whole = estimate.numerator === 0 || estimate.numerator === estimate.denominator;
  return whole ? [] : [text(" ("), ...shortRate(voice, estimate, side), text(")")];
}

const emptyMatrix: Pick<Grid, "id" | "caption" | "note" | "foot" | "matrix"> = {
  id: "confusion-matrix",
  caption: [],
  note: [],
  foot: [],
  matrix: true,
};

function manyConfusion(context: ChartContext, table: Table): Chart | null {
  const { voice } = context;
  const matrix = classConfusion(table, (count) => formatCount(count, voice.lang));
  if (matrix === null) return null;
  const { names, counts, joined, worst, right, n } = matrix;
  const name = (index: number): readonly Inline[] =>
    index === joined
      ? voice.say("picture.confusion-matrix.others")
      : nameOf(voice, table, names[index] ?? "");
  const datum = (value: number, part: "n" | "numerator" | "denominator" = "n"): Inline =>
    counted(voice, `table:${table.id}`, part, value);
  const slots = {
    n: datum(n),
    right: datum(right, "numerator"),
    classes: formatCount(table.columns.length, voice.lang),
    shown: formatCount(joined === null ? names.length : names.length - 1, voice.lang),
    cut: joined === null ? "no" : "yes",
    any: worst === null ? "no" : "yes",
    x: worst === null ? "" : datum(worst.x, "numerator"),
    of: worst === null ? "" : datum(worst.of, "denominator"),
    actual: worst === null ? "" : nameOf(voice, table, worst.actual),
    taken: worst === null ? "" : nameOf(voice, table, worst.taken),
  };
  const say = (phrase: string): readonly Inline[] => voice.say(`picture.confusion-matrix.${phrase}`, slots);
  // Names stand over their columns where there is room for them, else numbers that the rows explain.
  const numbered = names.length > 3;
  const heads = names.map((_, index) =>
    numbered ? [text(formatCount(index + 1, voice.lang))] : name(index),
  );
  const rows = counts.map((row, index): GridRow => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return {
      cells: [
        { pieces: numbered ? [text(`${formatCount(index + 1, voice.lang)} `), ...name(index)] : name(index) },
        ...row.map((count, column): GridCell => ({
          pieces: column === index ? [{ type: "strong", children: [datum(count)] }] : [datum(count)],
          shade: shadeOf(count, total),
        })),
        { pieces: [datum(total)] },
      ],
    };
  });
  const grid: Grid = {
    ...emptyMatrix,
    columns: [
      { label: say("column-actual"), align: "start" },
      ...heads.map((label) => ({ label, align: "end" as const })),
      { label: say("column-all"), align: "end" },
    ],
    rows,
  };
  return chartOf(voice, sentenceCase(say("title-many")), say("note-many"), say("alt-many"), grid);
}

function nameOf(voice: Voice, { evaluation }: Table, facet: string): readonly Inline[] {
  if (facet === "" || facet === "(missing)") return voice.say("slice.missing");
  return [text(voice.partName({ evaluation, facet }) ?? facet)];
}

function chartOf(
  voice: Voice,
  title: readonly Inline[],
  note: readonly Inline[],
  alt: readonly Inline[],
  grid: Grid,
): Chart {
  return {
    kind: "confusion-matrix",
    id: "confusion-matrix",
    title,
    note,
    alt: plainText(alt),
    panels: [],
    grid,
    gridOpen: true,
    tableLabel: plainText(voice.say("chart.table")),
  };
}
