import { coordinate } from "./svg.js";
import { labelWidth, placeLabel, type Box, type Pixel } from "./place-label.js";
import { chartWidth, role, themed } from "./vega-theme.js";

/** The plot without its axes, in pixels. */
const plot = { width: chartWidth - 48, height: 220 };

/** Both sides of a decision at one threshold, fractions in [0, 1]. */
export interface TradeOffPoint {
  readonly threshold: number;
  readonly recall: number;
  readonly falseAlarms: number;
  /** Null below `fewestFlagged` flagged cases, or without a base rate. */
  readonly precision: number | null;
}

export interface TradeOffLabels {
  readonly x: string;
  readonly y: string;
  readonly recall: string;
  readonly second: string;
  readonly here: string;
}

/** Both lines with their names beside them, and the threshold in use. */
export function tradeOffSpec(
  points: readonly TradeOffPoint[],
  second: "precision" | "falseAlarms",
  here: TradeOffPoint | undefined,
  labels: TradeOffLabels,
) {
  const of = (share: number | null): number | null =>
    share === null ? null : Math.round(share * 1_000) / 10;
  const values = points.map((point) => ({
    t: point.threshold,
    recall: of(point.recall),
    second: of(point[second]),
  }));
  const x = { field: "t", type: "quantitative", title: labels.x, scale: { nice: false } };
  const y = {
    type: "quantitative",
    title: labels.y,
    scale: { domain: [0, 100] },
    axis: { values: [0, 25, 50, 75, 100] },
  };
  const colour = second === "precision" ? role.ink : role.wrong;
  const line = (field: string, stroke: string, dash: number[]) => ({
    mark: { type: "line", strokeWidth: 2.25, stroke, strokeDash: dash },
    encoding: { x, y: { field, ...y } },
  });
  const lines = { recall: pixels(values, "recall"), second: pixels(values, "second") };
  const at = here === undefined ? null : across(values, here.threshold);
  const atRight = at !== null && at > 0.6 * plot.width;
  const mark = at === null ? null : markOf(at, labels.here, atRight);
  const taken = mark === null ? [] : [mark.box];
  const clear = mark === null ? [] : [mark.rule];
  const named = placeLabel(labels.recall, lines.recall, [lines.second, ...clear], taken, plot);
  const other = placeLabel(labels.second, lines.second, [lines.recall, ...clear], [...taken, named], plot);
  const label = (words: string, fill: string, { left, top, bottom }: Box) => ({
    data: { values: [{}] },
    mark: { type: "text", align: "left", baseline: "middle", fill, fontWeight: 600, text: words },
    encoding: {
      x: { value: Number(coordinate(left)) },
      y: { value: Number(coordinate((top + bottom) / 2)) },
    },
  });
  const layers: unknown[] = [
    line("recall", role.right, [1, 0]),
    line("second", colour, [6, 3]),
    label(labels.recall, role.right, named),
    label(labels.second, colour, other),
  ];
  if (here !== undefined) {
    const spot = { values: [{ t: here.threshold, recall: of(here.recall), second: of(here[second]) }] };
    layers.unshift({
      data: spot,
      mark: { type: "rule", stroke: role.accent, strokeDash: [3, 3] },
      encoding: { x },
    });
    layers.push(
      {
        data: spot,
        mark: {
          type: "point",
          filled: true,
          size: 70,
          fill: role.right,
          stroke: role.paper,
          strokeWidth: 1.5,
          opacity: 1,
        },
        encoding: { x, y: { field: "recall", ...y } },
      },
      {
        data: spot,
        mark: {
          type: "point",
          filled: true,
          size: 70,
          fill: colour,
          stroke: role.paper,
          strokeWidth: 1.5,
          opacity: 1,
        },
        encoding: { x, y: { field: "second", ...y } },
      },
      {
        data: spot,
        mark: {
          type: "text",
          align: atRight ? "right" : "left",
          dx: atRight ? -6 : 6,
          baseline: "top",
          fill: role.accent,
          fontWeight: 600,
          text: labels.here,
        },
        encoding: { x, y: { value: 2 } },
      },
    );
  }
  return themed({ data: { values }, layer: layers }, plot.height);
}

/** The threshold's own line, and where its name stands at the top of it. */
function markOf(x: number, words: string, atRight: boolean): { rule: readonly Pixel[]; box: Box } {
  const width = labelWidth(words);
  const left = atRight ? x - 6 - width : x + 6;
  return {
    rule: [
      { x, y: 0 },
      { x, y: plot.height },
    ],
    box: { left, right: left + width, top: 0, bottom: 20 },
  };
}

interface Row {
  readonly t: number;
  readonly recall: number | null;
  readonly second: number | null;
}

/** A line in pixels, as Vega draws it: thresholds from edge to edge, shares from the floor up. */
function pixels(rows: readonly Row[], field: "recall" | "second"): Pixel[] {
  return rows.flatMap((row) => {
    const share = row[field];
    return share === null ? [] : [{ x: across(rows, row.t), y: plot.height * (1 - share / 100) }];
  });
}

function across(rows: readonly Row[], threshold: number): number {
  const [low, high] = [rows[0]?.t ?? 0, rows.at(-1)?.t ?? 1];
  return high === low ? 0 : (plot.width * (threshold - low)) / (high - low);
}
