import type { Distribution } from "../model/assessment.js";
import type { Grid } from "../model/grid.js";
import { formatCount, formatThreshold } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import { shortRate } from "../phrasing/rate-sentence.js";
import { ppvAtBaseRate } from "../stats/ppv-at-base-rate.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import { tradeOffSpec, type TradeOffPoint } from "./trade-off-spec.js";

/** Fewest flagged cases at which a share of them is drawn. */
const fewestFlagged = 30;

/** Fewest cases of each class that carry a curve. */
const fewestOfClass = 10;

/** Recall and precision against the threshold. */
export const tradeOff: ChartKind = {
  id: "trade-off",
  summary: "share caught and share of flagged that is right, at every threshold",
  missing: "chart.no-scores",
  draw: (context) => {
    const { voice, evaluation } = context;
    const distribution = context.distribution("all");
    if (distribution === undefined || evaluation.flag !== "at-or-above") return null;
    const baseRate = context.estimate("deployment-base-rate", "all")?.value ?? null;
    const points = pointsOf(distribution, baseRate);
    if (points.length < 3 || Math.min(evaluation.positives ?? 0, evaluation.negatives ?? 0) < fewestOfClass)
      return null;
    const right = points.flatMap(({ precision }) => (precision === null ? [] : [precision]));
    const precision = context.estimate("precision", "all");
    // Where nothing is flagged at the threshold in use, no share of it is right.
    const told = right.length > 1 && (evaluation.threshold === null || precision?.value != null);
    const second = told ? "precision" : "falseAlarms";
    const recall = context.estimate("recall", "all");
    const other = second === "precision" ? precision : context.estimate("false-alarms", "all");
    const here = pointInUse(context, second);
    const slots = {
      positives: voice.words.positive[1],
      negatives: voice.words.negative[1],
      cases: voice.words.case[1],
      flagged: voice.words.flagged,
      p: formatCount(evaluation.positives ?? 0, voice.lang),
      neg: formatCount(evaluation.negatives ?? 0, voice.lang),
      threshold: evaluation.threshold === null ? "" : formatThreshold(evaluation.threshold, voice.lang),
      caught: recall === undefined ? "" : shortRate(voice, recall),
      right: other === undefined ? "" : shortRate(voice, other),
      second,
      trend: (right[right.length - 1] ?? 0) > (right[0] ?? 0) ? "up" : "down",
      given: here === undefined ? "no" : "yes",
    };
    const word = (phrase: string): string => plainText(voice.say(`chart.trade-off.${phrase}`, slots));
    return {
      kind: "trade-off",
      id: "trade-off",
      title: voice.say("chart.trade-off.title", slots),
      note: voice.say("chart.trade-off.note", slots),
      alt: word("alt"),
      panels: [
        {
          title: [],
          key: null,
          picture: {
            type: "vega-lite",
            spec: tradeOffSpec(points, second, here, {
              x: word("x"),
              y: word("y"),
              recall: word("recall"),
              second: word("second"),
              here: word("here"),
            }),
            width: 340,
            height: 300,
          },
        },
      ],
      grid: gridOf(context, points, second, here),
      gridOpen: false,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

function pointsOf({ edges, positive, negative }: Distribution, baseRate: number | null): TradeOffPoint[] {
  const [p, n] = [positive, negative].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (!p || !n) return [];
  const points: TradeOffPoint[] = [];
  let [tp, fp] = [0, 0];
  for (let bin = edges.length - 1; bin >= 0; bin -= 1) {
    tp += positive[bin] ?? 0;
    fp += negative[bin] ?? 0;
    const precision =
      baseRate === null || tp + fp < fewestFlagged ? null : ppvAtBaseRate(tp / p, 1 - fp / n, baseRate);
    points.push({ threshold: edges[bin] ?? 0, recall: tp / p, falseAlarms: fp / n, precision });
  }
  if (edges.length <= 150) return points.reverse();
  // A hundred steps are finer than the picture; even ones keep round thresholds exact.
  const [low = 0, high = 1] = [edges[0], edges.at(-1)];
  const step = (high - low) / 100;
  return points.reverse().filter(({ threshold }) => {
    const place = (threshold - low) / step;
    return Math.abs(place - Math.round(place)) < 1e-6;
  });
}

/** The threshold in use as it was measured: the bins of an edition may have no edge there. */
function pointInUse(
  { estimate, evaluation: { threshold } }: ChartContext,
  second: "precision" | "falseAlarms",
): TradeOffPoint | undefined {
  const recall = estimate("recall", "all")?.value ?? null;
  const falseAlarms = estimate("false-alarms", "all")?.value ?? null;
  const precision = estimate("precision", "all")?.value ?? null;
  if (threshold === null || recall === null || falseAlarms === null) return undefined;
  return second === "precision" && precision === null
    ? undefined
    : { threshold, recall, falseAlarms, precision };
}

function nearest(points: readonly TradeOffPoint[], threshold: number): TradeOffPoint | undefined {
  return [...points].sort((a, b) => Math.abs(a.threshold - threshold) - Math.abs(b.threshold - threshold))[0];
}

/** Five settings from lenient to strict, and the chosen one. */
function gridOf(
  { voice }: ChartContext,
  points: readonly TradeOffPoint[],
  second: "precision" | "falseAlarms",
  chosen: TradeOffPoint | undefined,
): Grid {
  const [low, high] = [points[0]?.threshold ?? 0, points.at(-1)?.threshold ?? 1];
  const wanted = [0.1, 0.2, 0.3, 0.5, 0.7].map((share) => nearest(points, low + share * (high - low)));
  const rows = [
    ...new Set([...wanted, chosen].filter((point): point is TradeOffPoint => point !== undefined)),
  ].sort((a, b) => a.threshold - b.threshold);
  const share = (value: number | null, ref: string) =>
    value === null
      ? voice.say("chart.too-few")
      : [
          {
            type: "datum" as const,
            ref,
            part: "value" as const,
            value: Math.round(value * 100),
            text: formatCount(value * 100, voice.lang),
            of: 100,
          },
        ];
  return {
    id: "trade-off",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("chart.trade-off.column-threshold"), align: "end" },
      { label: voice.say("chart.trade-off.column-recall"), align: "end" },
      { label: voice.say(`chart.trade-off.column-${second}`), align: "end" },
    ],
    rows: rows.map((point) => ({
      strong: point === chosen,
      cells: [
        { pieces: [{ type: "text", value: formatThreshold(point.threshold, voice.lang) }] },
        { pieces: share(point.recall, `curve:${point.threshold}#recall`) },
        { pieces: share(point[second], `curve:${point.threshold}#${second}`) },
      ],
    })),
    foot: [],
  };
}
