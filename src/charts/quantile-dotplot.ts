import type { EvaluationFacts, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { formatDate } from "../phrasing/format-date.js";
import { formatCount, formatDecimal, formatPlain } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import type { Box } from "./place-label.js";
import { createPlot, linearAxis, plotPicture, roundUp, wordsBeside } from "./plot.js";
import { coordinate } from "./svg.js";
import { role } from "./vega-theme.js";

/**
 * A forecast as equally likely outcomes, one dot each: a reader counts the dots beyond what they can bear.
 *
 * The dots are errors that were seen, never a curve that somebody fitted; without enough of them there is no chart.
 */
export const quantileDotplot: ChartKind = {
  id: "quantile-dotplot",
  summary: "a forecast as 20 or 50 equally likely outcomes, from the errors of the test",
  tasks: ["forecast"],
  missing: "picture.quantile-dotplot.none",
  reason: ({ evaluation }) => (evaluation.task === "forecast" ? "picture.quantile-dotplot.few" : null),
  draw: (context) => {
    const { voice } = context;
    const table = context.table("outcome-quantiles", "all");
    const dots = (table?.rows ?? []).flatMap(({ cells: [value] }) => value ?? []);
    if (table === undefined || dots.length < 20) return null;
    const unit: Unit = { isShare: table.columns[0] === "share", name: context.evaluation.value_name };
    const within = toleranceOf(dots, unit);
    const slots = slotsOf(context, dots, unit, within);
    const word = (phrase: string): string =>
      plainText(voice.say(`picture.quantile-dotplot.${phrase}`, slots));
    return {
      kind: "quantile-dotplot",
      id: "quantile-dotplot",
      title: voice.say("picture.quantile-dotplot.title", slots),
      note: voice.say("picture.quantile-dotplot.note", slots),
      alt: word("alt"),
      panels: [{ title: [], key: null, picture: drawDots(voice, dots, unit, within, word) }],
      grid: gridOf(voice, table, dots, unit),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

/** What the outcomes are told in: hundredths of the forecast, or its own unit. */
interface Unit {
  readonly isShare: boolean;
  readonly name: string | null;
}

/** Share of the dots that the sentence says end near the forecast. */
const most = 0.8;

/** The smallest round distance from the forecast that holds four of five dots. */
function toleranceOf(dots: readonly number[], { isShare }: Unit): number {
  const sizes = dots.map(Math.abs).sort((a, b) => a - b);
  const needed = sizes[Math.ceil(most * dots.length) - 1] ?? 0;
  const round = [
    0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1,
  ];
  return isShare ? (round.find((size) => size >= needed) ?? roundUp(needed)) : roundUp(needed);
}

/** The first change of level that a series of the project shows after this evidence ended. */
function laterBreak({ findings }: ChartContext, { collected }: EvaluationFacts): string | null {
  const periods = findings.flatMap(({ rule, slots: { period } }) =>
    rule === "break" && typeof period === "string" ? [period] : [],
  );
  return periods.sort().find((period) => collected !== null && period > collected.last) ?? null;
}

function slotsOf(context: ChartContext, dots: readonly number[], unit: Unit, within: number) {
  const { voice, evaluation } = context;
  const after = laterBreak(context, evaluation);
  const dot = (value: number): Inline => ({
    type: "datum",
    ref: "table:outcome-quantiles@all",
    part: "value",
    value,
    text: formatCount(value, voice.lang),
    of: dots.length,
  });
  const below = dots.filter((off) => off < -within).length;
  const above = dots.filter((off) => off > within).length;
  const distance = unit.isShare ? 100 * within : within;
  return {
    n: formatCount(dots.length, voice.lang),
    inside: dot(dots.length - below - above),
    below: dot(below),
    above: dot(above),
    within: {
      type: "datum",
      ref: "table:outcome-quantiles@all",
      part: "bound",
      value: Number(distance.toPrecision(6)),
      text: formatPlain(distance, voice.lang),
    } satisfies Inline,
    unit: unit.isShare ? "share" : unit.name === null ? "none" : "named",
    unit_name: unit.name ?? "",
    periods: formatCount(evaluation.counts?.periods ?? evaluation.used, voice.lang),
    dated: evaluation.collected === null ? "no" : "yes",
    first: evaluation.collected === null ? "" : formatDate(evaluation.collected.first, voice.lang),
    last: evaluation.collected === null ? "" : formatDate(evaluation.collected.last, voice.lang),
    broken: after === null ? "no" : "yes",
    period: after === null ? "" : formatDate(after, voice.lang),
    low: amount(voice, Math.min(...dots), unit),
    high: amount(voice, Math.max(...dots), unit),
  };
}

/** "−4.5": hundredths of the forecast, or its own unit. */
function amount({ lang }: Voice, off: number, { isShare }: Unit): string {
  if (isShare) return formatDecimal(100 * off, 1, lang);
  return formatPlain(Number(off.toPrecision(3)), lang);
}

/** Dots of one size, stacked where they would touch (Wilkinson 1999, Am. Stat. 53:276). */
function stacks(places: readonly number[], size: number): { readonly x: number; readonly count: number }[] {
  const found: number[][] = [];
  for (const place of places) {
    const open = found.at(-1);
    if (open?.[0] !== undefined && place - open[0] < size) open.push(place);
    else found.push([place]);
  }
  let before = -Infinity;
  return found.map((stack) => {
    // In the middle of its dots, and clear of the stack before it.
    before = Math.max(((stack[0] ?? 0) + (stack.at(-1) ?? 0)) / 2, before + size);
    return { x: before, count: stack.length };
  });
}

function drawDots(
  voice: Voice,
  dots: readonly number[],
  unit: Unit,
  within: number,
  word: (phrase: string) => string,
) {
  const size = dots.length > 20 ? 10 : 15;
  const reach = Math.max(roundUp(1.08 * Math.max(...dots.map(Math.abs))), within);
  const label = (off: number): string => formatPlain(unit.isShare ? 100 * off : off, voice.lang);
  const x = linearAxis(word("x"), [-reach, reach], label);
  const y = { title: word("y"), at: (count: number) => count, ticks: [] };
  // Planned once to know how wide it is, and so how high its stacks are.
  const wide = createPlot(x, y, 0);
  const sorted = [...dots].sort((a, b) => a - b);
  const piles = stacks(
    sorted.map((off) => wide.at(off, 0).x),
    size,
  );
  const high = Math.max(90, (Math.max(...piles.map(({ count }) => count)) + 1) * size + 28);
  const plot = createPlot(x, y, high);
  const { bottom, top } = plot.area;
  const zero = plot.at(0, 0).x;
  const [from, to] = [plot.at(-within, 0).x, plot.at(within, 0).x];
  const circles = piles.flatMap(({ x: place, count }) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<circle class="p-dot" cx="${coordinate(place)}" cy="${coordinate(bottom - size * (index + 0.5) - 1)}" r="${coordinate(size / 2 - 1)}"/>`,
    ),
  );
  const taken: Box[] = piles.map(({ x: place, count }) => ({
    left: place - size / 2,
    right: place + size / 2,
    top: bottom - size * count - 2,
    bottom,
  }));
  const marks = [
    `<rect class="p-within" x="${coordinate(from)}" y="${coordinate(top)}" width="${coordinate(to - from)}" height="${coordinate(bottom - top)}" fill="${role.edge}" fill-opacity="0.16"/>`,
    `<path class="p-zero" fill="none" stroke="${role.edge}" stroke-dasharray="4 4" d="M${coordinate(zero)} ${coordinate(top)}V${coordinate(bottom)}"/>`,
    `<g fill="${role.quiet}">${circles.join("")}</g>`,
    wordsBeside(plot, word("zero"), { x: zero, y: top + 10 }, [], taken, role.quiet),
  ];
  return plotPicture(plot, marks);
}

/** From the lowest outcome to the highest, and how many end at or below each. */
function gridOf(voice: Voice, { id }: Table, dots: readonly number[], unit: Unit): Grid {
  const sorted = [...dots].sort((a, b) => a - b);
  const datum = (row: number, part: "n" | "value", value: number, shown: string): Inline => ({
    type: "datum",
    ref: `table:${id}#${row}`,
    part,
    value,
    text: shown,
  });
  return {
    id: "quantile-dotplot",
    caption: [],
    note: [],
    columns: ["outcome", "so-far"].map((column) => ({
      label: voice.say(`picture.quantile-dotplot.column-${column}`, {
        n: formatCount(dots.length, voice.lang),
        unit: unit.isShare ? "share" : unit.name === null ? "none" : "named",
        unit_name: unit.name ?? "",
      }),
      align: "end" as const,
    })),
    rows: sorted.map((off, index) => ({
      cells: [
        {
          pieces: [
            datum(
              index,
              "value",
              Number((unit.isShare ? 100 * off : off).toPrecision(4)),
              amount(voice, off, unit),
            ),
          ],
        },
        { pieces: [datum(index, "n", index + 1, formatCount(index + 1, voice.lang))] },
      ],
    })),
    foot: [],
  };
}
