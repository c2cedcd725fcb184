import type { Estimate, Finding, Slice } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridCell, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate } from "../phrasing/display-gate.js";
import { fewCases } from "../phrasing/few-cases.js";
import { findingSentence } from "../phrasing/finding-sentence.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { complementOf, shortRange, shortRate } from "../phrasing/rate-sentence.js";
import { columnName, valueName } from "../phrasing/subject-words.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { rangeStrip } from "./range-strip.js";

/**
 * Every slice on one scale: who is missed, who is flagged for nothing, each as a mark with its range.
 *
 * The picture lives in the table: the numbers stand beside the marks they place.
 */
export const sliceIntervals: ChartKind = {
  id: "slice-intervals",
  summary: "both error rates of every slice as mark and range on one scale",
  missing: "chart.no-slices",
  draw: (context) => {
    const { voice } = context;
    const overall = context.estimate("recall", "all");
    const alarms = context.estimate("false-alarms", "all");
    const slices = context.slices.filter(
      ({ negated, evaluation, column }) =>
        !negated &&
        evaluation === context.evaluation.id &&
        context.evaluation.columns.slices.includes(column),
    );
    if (slices.length === 0 || overall?.value == null || alarms?.value == null) return null;
    const slots = {
      positives: voice.words.positive[1],
      negatives: voice.words.negative[1],
      cases: voice.words.case[1],
      missed: voice.words.missed,
      flagged: voice.words.flagged,
      all_missed: shortRate(voice, overall, "complement"),
      all_alarms: shortRate(voice, alarms),
      // What a search found stays inside: without it a page may not say that there is nothing.
      outside: voice.audience === "customer" || voice.audience === "public" ? "yes" : "no",
    };
    const harm = ({ size }: Finding): number =>
      size === null ? 0 : (voice.estimate(size)?.interval?.low ?? 0);
    const worst = context.findings
      .filter(({ rule }) => rule === "weak-slice")
      .sort((a, b) => harm(b) - harm(a));
    // Over all groups, so once: there may be thousands.
    const all = {
      overall,
      alarms,
      scale: { missed: ceiling(context, "recall"), flagged: ceiling(context, "false-alarms") },
    };
    const rows = [
      rowOf(context, null, all),
      ...slices.map((slice, index) => rowOf(context, slice, all, slice.column !== slices[index - 1]?.column)),
    ];
    return {
      kind: "slice-intervals",
      id: "slice-intervals",
      title:
        worst[0] === undefined
          ? voice.say("chart.slice-intervals.none", slots)
          : findingSentence(voice, worst[0], context.slices),
      note: voice.say("chart.slice-intervals.note", slots),
      alt: plainText(
        voice.say("chart.slice-intervals.alt", {
          ...slots,
          slices: formatCount(slices.length, voice.lang),
          weak: formatCount(worst.length, voice.lang),
          weak_n: worst.length,
        }),
      ),
      panels: [],
      grid: {
        id: "slice-intervals",
        caption: [],
        note: [],
        columns: [
          { label: voice.say("chart.slice-intervals.group", slots), align: "start" },
          { label: voice.say("chart.slice-intervals.missed", slots), align: "start", drawing: true },
          {
            label: voice.say("chart.slice-intervals.missed-of", {
              of: formatCount(voice.outOf.positives, voice.lang),
            }),
            align: "end",
          },
          { label: voice.say("chart.slice-intervals.flagged", slots), align: "start", drawing: true },
          {
            label: voice.say("chart.slice-intervals.flagged-of", {
              of: formatCount(voice.outOf.negatives, voice.lang),
            }),
            align: "end",
          },
        ],
        rows,
        foot: footOf(context, slices),
      },
      gridOpen: true,
      tableLabel: plainText(context.voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** What every row of the chart stands beside: the rates over all cases, and the top of each scale. */
interface AllRows {
  readonly overall: Estimate;
  readonly alarms: Estimate;
  readonly scale: { readonly missed: number; readonly flagged: number };
}

function rowOf(
  context: ChartContext,
  slice: Slice | null,
  { overall, alarms, scale }: AllRows,
  opens = false,
): GridRow {
  const { voice } = context;
  const id = slice?.id ?? "all";
  const recall = context.estimate("recall", id);
  const flagged = context.estimate("false-alarms", id);
  const name =
    slice === null
      ? voice.say("chart.slice-intervals.everyone")
      : [
          text(columnName(slice)),
          text(": "),
          ...(slice.name === null ? valueName(voice, slice) : [text(slice.name)]),
        ];
  const n = slice === null ? context.evaluation.used : slice.n;
  const weak = (metric: string): boolean =>
    context.findings.some(
      (finding) => finding.rule === "weak-slice" && finding.slice === id && finding.message.endsWith(metric),
    );
  const missed = recall && complementOf(recall);
  // A mark stands where a rate is printed beside it, and nowhere else.
  const isRate = (estimate: Estimate | undefined): boolean =>
    estimate !== undefined && displayGate(estimate, voice.audience) === "rate";
  return {
    opens,
    strong: slice === null,
    cells: [
      {
        pieces: [
          ...name,
          text(" "),
          ...(n === null
            ? []
            : [
                {
                  type: "datum" as const,
                  ref: `slice:${id}`,
                  part: "n" as const,
                  value: n,
                  text: formatCount(n, voice.lang),
                },
              ]),
        ],
      },
      strip(missed, complementOf(overall), scale.missed, "missed", weak("recall"), isRate(recall)),
      numberCell(context, recall, "complement", weak("recall")),
      strip(flagged, alarms, scale.flagged, "false-alarm", weak("false-alarms"), isRate(flagged)),
      numberCell(context, flagged, "value", weak("false-alarms")),
    ],
  };
}

/** Top of the scale: the highest end of any range shown, up to the next ten of a hundred. */
function ceiling(context: ChartContext, metric: string): number {
  const ends = context.slices
    .map(({ id }) => context.estimate(metric, id))
    .filter(
      (estimate): estimate is Estimate =>
        estimate !== undefined && displayGate(estimate, context.voice.audience) === "rate",
    )
    .map((estimate) =>
      metric === "recall" ? 1 - (estimate.interval?.low ?? 1) : (estimate.interval?.high ?? 0),
    );
  return Math.min(1, Math.max(0.1, Math.ceil(Math.max(0.1, ...ends) * 10) / 10));
}

function numberCell(
  { voice }: ChartContext,
  estimate: Estimate | undefined,
  side: "value" | "complement",
  weak: boolean,
): GridCell {
  if (estimate?.reason === "small-cell") return { pieces: fewCases(voice, estimate.of) };
  const held = estimate?.reason;
  if (held === "held" || (held === "neighbour-of-small-cell" && estimate?.value === null))
    return { pieces: voice.say(`reason.${held}`) };
  if (estimate?.value == null) return { pieces: voice.say("chart.slice-intervals.none-of-class") };
  if (displayGate(estimate, voice.audience) !== "rate") return { pieces: shortRate(voice, estimate, side) };
  const rate = shortRate(voice, estimate, side);
  const tone: Pick<GridCell, "tone"> = weak ? { tone: "wrong" } : {};
  const count = rate.find((piece) => piece.type === "datum" && piece.part === side);
  // None or all of the cases is told as counted, and its one bound with its total.
  if (count === undefined)
    return { pieces: inBrackets(rate, shortRange(voice, estimate, side, "bracket")), ...tone };
  const range = shortRange(voice, estimate, side, "ends");
  const ends = range.filter(
    (piece) => piece.type === "datum" && (piece.part === "low" || piece.part === "high"),
  );
  const [low, high] = ends;
  const short = low !== undefined && high !== undefined ? [low, text("–"), high] : range;
  return { pieces: inBrackets([count], short), ...tone };
}

function inBrackets(pieces: readonly Inline[], range: readonly Inline[]): readonly Inline[] {
  return range.length === 0 ? pieces : [...pieces, text(" ("), ...range, text(")")];
}

/** A mark with its range on a scale that stretches with the cell; the dashed line is everyone. */
function strip(
  estimate: Estimate | undefined,
  everyone: Estimate,
  top: number,
  mark: "missed" | "false-alarm",
  weak: boolean,
  isRate: boolean,
): GridCell {
  const shown = estimate?.value != null && isRate ? estimate : null;
  return {
    pieces: [],
    svg: rangeStrip({
      top,
      value: shown?.value ?? null,
      low: shown?.interval?.low,
      high: shown?.interval?.high,
      line: everyone.value ?? 0,
      mark,
      weak,
    }),
  };
}

function footOf(context: ChartContext, slices: readonly Slice[]) {
  const { voice } = context;
  const searched =
    context.findings.find(({ slots }) => typeof slots.searched === "number")?.slots.searched ??
    2 * slices.length;
  return voice.say("chart.slice-intervals.foot", {
    searched: counted(voice, "plan:searched", "n", Number(searched)),
  });
}
