import type { Estimate, Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { formatCount, formatMoney, formatThreshold } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { plainNumber } from "../phrasing/measure-number.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import type { Box, Pixel } from "./place-label.js";
import { createPlot, curve, inUse, linearAxis, linePath, plotPicture, roundUp, wordsBeside } from "./plot.js";
import { role } from "./vega-theme.js";

/** Cases that costs are told of. */
const perCases = 1_000;

/** What each threshold costs in errors and actions, with its outer limits, beside doing it to all and to none. */
export const costCurve: ChartKind = {
  id: "cost-curve",
  summary: "expected cost at every threshold with its range, the setting in use, and flagging all or none",
  missing: "picture.cost-curve.none",
  // What a threshold costs tells single cases from one threshold to the next.
  reason: ({ voice, estimate }) =>
    voice.audience !== "internal" && estimate("expected-cost", "all")?.value != null
      ? "picture.cost-curve.held"
      : null,
  draw: (context) => {
    const { voice, evaluation } = context;
    const table = context.table("cost-curve", "all");
    const { currency } = voice;
    if (table === undefined || currency === null || evaluation.threshold === null) return null;
    const points = pointsOf(table);
    const costs = costsOf(context);
    if (points.length < 3 || costs === null) return null;
    const slots = slotsOf(context, costs);
    const word = (phrase: string): string => plainText(voice.say(`picture.cost-curve.${phrase}`, slots));
    return {
      kind: "cost-curve",
      id: "cost-curve",
      title: voice.say("picture.cost-curve.title", slots),
      note: voice.say("picture.cost-curve.note", slots),
      alt: word("alt"),
      panels: [
        {
          title: [],
          key: null,
          picture: drawCurve(voice.lang, currency, points, costs, evaluation.threshold, word),
        },
      ],
      grid: gridOf(context, table, points, currency),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

interface CostPoint {
  readonly threshold: number;
  readonly cost: number;
  readonly low: number;
  readonly high: number;
}

function pointsOf({ rows }: Table): CostPoint[] {
  return rows.flatMap(({ cells: [threshold, , , , , cost, low, high] }) =>
    threshold == null || cost == null || low == null || high == null ? [] : [{ threshold, cost, low, high }],
  );
}

type Told = Estimate & { readonly value: number };

interface Costs {
  readonly here: Told;
  readonly all: Told;
  readonly none: Told;
  /** What the setting in use saves against flagging none; null where nobody measured it. */
  readonly gain: Estimate | null;
}

function costsOf({ estimate }: ChartContext): Costs | null {
  const [here, all, none] = ["expected-cost", "expected-cost[all]", "expected-cost[none]"].map((metric) =>
    estimate(metric, "all"),
  );
  if (here?.value == null || all?.value == null || none?.value == null) return null;
  return {
    here: { ...here, value: here.value },
    all: { ...all, value: all.value },
    none: { ...none, value: none.value },
    gain: estimate("net-gain", "all") ?? null,
  };
}

function slotsOf({ voice, evaluation }: ChartContext, { here, all, none, gain }: Costs) {
  const told = (estimate: Told): Inline => plainNumber(voice, estimate, "value", estimate.value);
  const end = (estimate: Estimate, part: "low" | "high"): Inline | string =>
    estimate.interval === null ? "" : plainNumber(voice, estimate, part, estimate.interval[part]);
  const { low = 0, high = 0 } = gain?.interval ?? {};
  const saves =
    gain?.value == null || gain.interval === null ? "unclear" : low > 0 ? "yes" : high < 0 ? "no" : "unclear";
  return {
    threshold: formatThreshold(evaluation.threshold ?? 0, voice.lang),
    saves,
    here: told(here),
    low: end(here, "low"),
    high: end(here, "high"),
    all: told(all),
    none: told(none),
    gain: gain?.value == null ? "" : plainNumber(voice, gain, "value", Math.abs(gain.value)),
    gain_low:
      saves === "no" && gain?.interval != null
        ? plainNumber(voice, gain, "high", -high)
        : gain === null
          ? ""
          : end(gain, "low"),
    gain_high:
      saves === "no" && gain?.interval != null
        ? plainNumber(voice, gain, "low", -low)
        : gain === null
          ? ""
          : end(gain, "high"),
    n: formatCount(perCases, voice.lang),
    p: formatCount(evaluation.positives ?? 0, voice.lang),
    neg: formatCount(evaluation.negatives ?? 0, voice.lang),
  };
}

function drawCurve(
  lang: string,
  currency: string,
  points: readonly CostPoint[],
  { here, all, none }: Costs,
  threshold: number,
  word: (phrase: string) => string,
) {
  const top = roundUp(
    Math.max(...points.map(({ high }) => high), here.interval?.high ?? 0, all.value, none.value),
  );
  const [first, last] = [points[0]?.threshold ?? 0, points.at(-1)?.threshold ?? 1];
  const plot = createPlot(
    linearAxis(word("x"), [first, last], (value) => formatThreshold(value, lang)),
    linearAxis(word("y"), [0, top], (value) => formatMoney(value, currency, lang)),
  );
  const along = (of: "cost" | "low" | "high"): Pixel[] =>
    points
      .map((point) => plot.at(point.threshold, point[of]))
      .filter((place, index, places) => {
        const before = places[index - 1];
        return (
          before === undefined ||
          index === places.length - 1 ||
          Math.abs(place.y - before.y) > 0.2 ||
          index % 10 === 0
        );
      });
  const [line, lows, highs] = [along("cost"), along("low"), along("high")];
  const taken: Box[] = [];
  const level = (value: number): Pixel[] => [plot.at(first, value), plot.at(last, value)];
  const avoid = [line, level(all.value), level(none.value)];
  const at = plot.at(threshold, here.value);
  const range =
    here.interval === null
      ? []
      : [plot.at(threshold, here.interval.low), plot.at(threshold, here.interval.high)];
  avoid.push(range);
  taken.push({ left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 });
  const marks = [
    `<path class="p-band" fill="${role.edge}" fill-opacity="0.22" d="${linePath([...highs, ...lows.toReversed()])}Z"/>`,
    ...[all, none].map(
      ({ value }) =>
        `<path class="p-level" fill="none" stroke="${role.edge}" stroke-dasharray="4 4" d="${linePath(level(value))}"/>`,
    ),
    curve("p-curve", line),
    ...(range.length === 0 ? [] : [curve("p-range", range, { stroke: role.accent, width: 1.5 })]),
    wordsBeside(plot, word("here"), at, avoid, taken, role.accent),
    inUse(at),
    wordsBeside(
      plot,
      word("none-flagged"),
      { ...plot.at(last - (last - first) * 0.2, none.value) },
      avoid,
      taken,
      role.quiet,
    ),
    wordsBeside(
      plot,
      word("all-flagged"),
      { ...plot.at(first + (last - first) * 0.7, all.value) },
      avoid,
      taken,
      role.quiet,
    ),
  ];
  return plotPicture(plot, marks);
}

/** Ten even steps, and the setting in use. */
function gridOf(
  { voice, evaluation }: ChartContext,
  { id }: Table,
  points: readonly CostPoint[],
  currency: string,
) {
  const step = Math.max(1, Math.round((points.length - 1) / 10));
  const chosen = points.filter(
    (point, index) => index % step === 0 || point.threshold === evaluation.threshold,
  );
  const money = (row: CostPoint, part: "value" | "low" | "high", value: number): Inline => ({
    type: "datum",
    ref: `table:${id}#${row.threshold}`,
    part,
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, currency, voice.lang),
  });
  return {
    id: "cost-curve",
    caption: [],
    note: [],
    columns: ["threshold", "cost", "range"].map((column) => ({
      label: voice.say(`picture.cost-curve.column-${column}`, { n: formatCount(perCases, voice.lang) }),
      align: "end" as const,
    })),
    rows: chosen.map((row): GridRow => ({
      strong: row.threshold === evaluation.threshold,
      cells: [
        { pieces: [text(formatThreshold(row.threshold, voice.lang))] },
        { pieces: [money(row, "value", row.cost)] },
        {
          pieces: voice.say("rate.ends-range", {
            low: money(row, "low", row.low),
            high: money(row, "high", row.high),
          }),
        },
      ],
    })),
    foot: [],
  };
}
