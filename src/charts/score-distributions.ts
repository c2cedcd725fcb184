import type { Distribution } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { formatCount, formatEdge, formatPlain, formatThreshold } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import { shortRate } from "../phrasing/rate-sentence.js";
import type { Slots } from "../phrasing/say.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { role, themed } from "./vega-theme.js";

/** Bars per class: enough to see the shape, few enough that each holds cases. */
const bars = 20;

interface Bar {
  readonly low: number;
  readonly high: number;
  readonly positives: number;
  readonly negatives: number;
}

/** Where positives and negatives score, upward and downward from one line, with the threshold. */
export const scoreDistributions: ChartKind = {
  id: "score-distributions",
  summary: "histogram of scores of positives and of negatives, with the threshold",
  missing: "chart.no-scores",
  draw: (context) => {
    const { voice, evaluation } = context;
    const distribution = context.distribution("all");
    if (distribution === undefined || Math.min(evaluation.positives ?? 0, evaluation.negatives ?? 0) < 10)
      return null;
    const merged = mergeBars(distribution);
    const unit = unitOf(merged);
    const { threshold } = evaluation;
    const slots = {
      positives: voice.words.positive[1],
      negatives: voice.words.negative[1],
      p: formatCount(evaluation.positives ?? 0, voice.lang),
      neg: formatCount(evaluation.negatives ?? 0, voice.lang),
      threshold: threshold === null ? "" : formatThreshold(threshold, voice.lang),
      given: threshold === null ? "no" : evaluation.flag,
      ...flaggedOf(context),
      flagged: voice.words.flagged,
      unit: formatPlain(unit, voice.lang),
    };
    const word = (phrase: string): string =>
      plainText(voice.say(`chart.score-distributions.${phrase}`, slots));
    return {
      kind: "score-distributions",
      id: "score-distributions",
      title: voice.say("chart.score-distributions.title", slots),
      note: voice.say("chart.score-distributions.note", slots),
      alt: word("alt"),
      panels: [
        {
          title: [],
          key: null,
          picture: {
            type: "vega-lite",
            spec: specOf(merged, unit, threshold, evaluation, {
              x: word("x"),
              y: word("y"),
              up: word("up"),
              down: word("down"),
              here: word("here"),
            }),
            width: 340,
            height: 280,
          },
        },
      ],
      grid: gridOf(context, merged, unit),
      gridOpen: false,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

/** How many of each class lie on the flagged side; of 1:1 comparisons the genuine ones that are not refused. */
function flaggedOf({ voice, estimate }: ChartContext): Pick<Slots, "caught" | "alarms"> {
  const told = (metric: string, side: "value" | "complement" = "value"): readonly Inline[] => {
    const found = estimate(metric, "all");
    return found?.value == null ? [] : shortRate(voice, found, side);
  };
  return {
    caught: [...told("recall"), ...told("fnmr", "complement")],
    alarms: [...told("false-alarms"), ...told("fmr")],
  };
}

/**
 * Bins joined into about twenty bars; every bar begins at an edge of a bin. The bins of an edition that joins small
 * cells differ in width, and so do its bars.
 */
function mergeBars({ edges, positive, negative }: Distribution): Bar[] {
  const [low, high] = [edges[0] ?? 0, edges[edges.length - 1] ?? 1];
  const step = (high - low) / bars || 1;
  const made: { slot: number; low: number; positives: number; negatives: number }[] = [];
  for (const [bin, edge] of edges.entries()) {
    // A bin that begins on the line between two bars opens the upper one, whatever the division rounds to.
    const slot = Math.min(bars - 1, Math.floor((edge - low) / step + 1e-9));
    let bar = made[made.length - 1];
    if (bar?.slot !== slot) {
      bar = { slot, low: edge, positives: 0, negatives: 0 };
      made.push(bar);
    }
    bar.positives += positive[bin] ?? 0;
    bar.negatives += negative[bin] ?? 0;
  }
  return made.map((bar, index) => ({
    low: bar.low,
    positives: bar.positives,
    negatives: bar.negatives,
    high: made[index + 1]?.low ?? Math.max(high, bar.low + step),
  }));
}

/** Width that heights are told for, so that areas compare: one digit, near that of most bars. */
function unitOf(merged: readonly Bar[]): number {
  const reach = (merged[merged.length - 1]?.high ?? 1) - (merged[0]?.low ?? 0);
  return Number((reach / bars).toPrecision(1));
}

function specOf(
  merged: readonly Bar[],
  unit: number,
  threshold: number | null,
  { positives, negatives, flag }: ChartContext["evaluation"],
  labels: { x: string; y: string; up: string; down: string; here: string },
) {
  const values = merged.flatMap(({ low, high, ...counts }) => {
    const of = (count: number, total: number): number =>
      Math.round((1_000 * count * unit) / (Math.max(1, total) * (high - low))) / 10;
    return [
      { low, high, share: of(counts.positives, positives ?? 0), side: "up" },
      { low, high, share: -of(counts.negatives, negatives ?? 0), side: "down" },
    ];
  });
  // The words in the upper and lower corners stand clear of the bars.
  const top = 1.4 * Math.max(...values.map(({ share }) => Math.abs(share)), 1);
  const step = [5, 10, 20, 25, 50].find((size) => top / size <= 3) ?? 50;
  const reach = Math.max(step, Math.ceil(top / step) * step);
  const ticks = Array.from(
    { length: 2 * Math.round(reach / step) + 1 },
    (_, index) => -reach + index * step,
  ).filter((tick) => Math.abs(tick) <= 100);
  const x = { field: "low", type: "quantitative", title: labels.x, scale: { nice: false } };
  const y = {
    field: "share",
    type: "quantitative",
    title: labels.y,
    scale: { domain: [-reach, reach], nice: false },
    axis: { values: ticks, labelExpr: "abs(datum.value)" },
  };
  const flagged =
    flag === "below" ? `datum.low < ${threshold ?? 0}` : `datum.low >= ${threshold ?? Number.MAX_VALUE}`;
  const layers: unknown[] = [
    {
      data: { values },
      mark: { type: "bar", binSpacing: 1 },
      encoding: {
        x: { ...x, bin: { binned: true } },
        x2: { field: "high" },
        y,
        fill: {
          condition: [
            { test: `datum.side == 'up' && (${flagged})`, value: role.right },
            { test: `datum.side == 'down' && (${flagged})`, value: role.wrong },
            { test: "datum.side == 'up'", value: role.edge },
          ],
          value: role.rule,
        },
      },
    },
    {
      mark: { type: "text", align: "right", baseline: "top", fill: role.ink, text: labels.up },
      data: { values: [{}] },
      encoding: { x: { value: { expr: "width" } }, y: { value: 0 } },
    },
    {
      mark: { type: "text", align: "right", baseline: "bottom", dy: -4, fill: role.ink, text: labels.down },
      data: { values: [{}] },
      encoding: { x: { value: { expr: "width" } }, y: { value: { expr: "height" } } },
    },
  ];
  if (threshold !== null) {
    layers.push({
      data: { values: [{ low: threshold }] },
      mark: { type: "rule", stroke: role.accent, strokeDash: [3, 3], strokeWidth: 1.5 },
      encoding: { x },
    });
    layers.push({
      data: { values: [{ low: threshold }] },
      mark: {
        type: "text",
        align: "left",
        dx: 6,
        baseline: "top",
        dy: 16,
        fill: role.accent,
        fontWeight: 600,
        text: labels.here,
      },
      encoding: { x, y: { value: 0 } },
    });
  }
  return themed({ layer: layers }, 210);
}

function gridOf({ voice }: ChartContext, merged: readonly Bar[], unit: number) {
  const usual = Math.max(0, Math.ceil(-Math.log10(unit)), unit < 0.1 ? 2 : 0);
  // A bar as narrow as a single bin needs a digit more to have two ends.
  const narrow = merged.some(({ low, high }) => low.toFixed(usual) === high.toFixed(usual));
  const decimals = narrow ? usual + 1 : usual;
  return {
    id: "score-distributions",
    caption: [],
    note: [],
    columns: ["band", "positives", "negatives"].map((name, index) => ({
      label: voice.say(`chart.score-distributions.column-${name}`, {
        positives: voice.words.positive[1],
        negatives: voice.words.negative[1],
      }),
      align: index === 0 ? ("start" as const) : ("end" as const),
    })),
    rows: merged.map((bar, index) => ({
      cells: [
        {
          pieces: voice.say(
            `chart.score-distributions.${index === merged.length - 1 ? "band-last" : "band"}`,
            {
              low: formatEdge(bar.low, decimals, voice.lang),
              high: formatEdge(bar.high, decimals, voice.lang),
            },
          ),
        },
        {
          pieces: [
            {
              type: "datum" as const,
              ref: `distribution:${index}`,
              part: "numerator" as const,
              value: bar.positives,
              text: formatCount(bar.positives, voice.lang),
            },
          ],
        },
        {
          pieces: [
            {
              type: "datum" as const,
              ref: `distribution:${index}`,
              part: "rest" as const,
              value: bar.negatives,
              text: formatCount(bar.negatives, voice.lang),
            },
          ],
        },
      ],
    })),
    foot: [],
  };
}
