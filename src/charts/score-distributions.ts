import type { Distribution } from "../model/assessment.js";
import { formatCount, formatThreshold } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { shortRate } from "../phrasing/rate-sentence.js";
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
    if (distribution === undefined || evaluation.positives < 10 || evaluation.negatives < 10) return null;
    const merged = mergeBars(distribution);
    const { threshold } = evaluation;
    const [recall, alarms] = [context.estimate("recall", "all"), context.estimate("false-alarms", "all")];
    const slots = {
      positives: voice.words.positive[1],
      negatives: voice.words.negative[1],
      p: formatCount(evaluation.positives, voice.lang),
      neg: formatCount(evaluation.negatives, voice.lang),
      threshold: threshold === null ? "" : formatThreshold(threshold, voice.lang),
      given: threshold === null ? "no" : "yes",
      caught: recall?.value == null ? "" : shortRate(voice, recall),
      alarms: alarms?.value == null ? "" : shortRate(voice, alarms),
      flagged: voice.words.flagged,
    };
    const word = (phrase: string): string =>
      plainText(voice.say(`chart.score-distributions.${phrase}`, slots));
    const width = (merged[0]?.high ?? 1) - (merged[0]?.low ?? 0);
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
            spec: specOf(merged, threshold, evaluation, {
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
      grid: gridOf(context, merged, width),
      gridOpen: false,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

function mergeBars({ edges, positive, negative }: Distribution): Bar[] {
  const steps = edges.length - 1;
  const [low, high] = [edges[0] ?? 0, edges[steps] ?? 1];
  const made = Array.from({ length: bars }, (_, index) => ({
    low: low + ((high - low) * index) / bars,
    high: low + ((high - low) * (index + 1)) / bars,
    positives: 0,
    negatives: 0,
  }));
  for (let bin = 0; bin <= steps; bin += 1) {
    const bar = made[Math.min(bars - 1, Math.floor((bin * bars) / steps))];
    if (bar === undefined) continue;
    bar.positives += positive[bin] ?? 0;
    bar.negatives += negative[bin] ?? 0;
  }
  return made;
}

function specOf(
  merged: readonly Bar[],
  threshold: number | null,
  { positives, negatives, flag }: ChartContext["evaluation"],
  labels: { x: string; y: string; up: string; down: string; here: string },
) {
  const of = (count: number, total: number): number => Math.round((1_000 * count) / Math.max(1, total)) / 10;
  const values = merged.flatMap((bar) => [
    { low: bar.low, high: bar.high, share: of(bar.positives, positives), side: "up" },
    { low: bar.low, high: bar.high, share: -of(bar.negatives, negatives), side: "down" },
  ]);
  const top = Math.max(...values.map(({ share }) => Math.abs(share)), 1);
  const step = [5, 10, 20, 25, 50].find((size) => top / size <= 2) ?? 50;
  const reach = Math.max(step, Math.ceil(top / step) * step);
  const ticks = Array.from({ length: 2 * Math.round(reach / step) + 1 }, (_, index) => -reach + index * step);
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

function gridOf({ voice }: ChartContext, merged: readonly Bar[], width: number) {
  const decimals = width < 0.1 ? 2 : 1;
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
        { pieces: [text(`${bar.low.toFixed(decimals)}–${bar.high.toFixed(decimals)}`)] },
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
