import type { Estimate } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate } from "../phrasing/display-gate.js";
import { formatCount, formatPlain, formatThreshold } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { shortRange, shortRate } from "../phrasing/rate-sentence.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import type { Box, Pixel } from "./place-label.js";
import {
  createPlot,
  curve,
  inUse,
  linearAxis,
  plotPicture,
  roundUp,
  wordsBeside,
  type Plot,
} from "./plot.js";
import { precisionRecallPoints, type PrecisionRecallPoint } from "./precision-recall-points.js";
import { coordinate } from "./svg.js";
import { role } from "./vega-theme.js";

/** Fewest cases of each class that carry a curve. */
const fewestOfClass = 10;

/** What catching more costs: how many of the flagged are right, at every share caught. */
export const precisionRecall: ChartKind = {
  id: "precision-recall",
  summary: "share of the flagged that is right at every share caught, with the settings in use and weighed",
  missing: "picture.precision-recall.none",
  draw: (context) => {
    const { evaluation, voice } = context;
    const distribution = context.distribution("all");
    if (distribution === undefined || evaluation.flag !== "at-or-above") return null;
    if (Math.min(evaluation.positives ?? 0, evaluation.negatives ?? 0) < fewestOfClass) return null;
    const baseRate = context.estimate("deployment-base-rate", "all");
    const points = precisionRecallPoints(distribution, baseRate?.value ?? null);
    const tested = points.filter(({ threshold }) => threshold !== null);
    if (tested.length < 3) return null;
    const here = settingInUse(context);
    const base = baseRate ?? context.estimate("base-rate", "all");
    const more = here === null ? null : moreCaught(tested, here);
    const slots = slotsOf(context, base, here, more, tested);
    const word = (phrase: string): string =>
      plainText(voice.say(`picture.precision-recall.${phrase}`, slots));
    return {
      kind: "precision-recall",
      id: "precision-recall",
      title: voice.say("picture.precision-recall.title", slots),
      note: voice.say("picture.precision-recall.note", slots),
      alt: word("alt"),
      panels: [{ title: [], key: null, picture: drawCurve(context, points, base?.value ?? 0, here, word) }],
      grid: gridOf(context, tested, here),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

interface Setting {
  readonly recall: Estimate & { readonly value: number };
  readonly precision: Estimate & { readonly value: number };
}

/** The threshold in use: its precision at the base rate where one is stated, else that of the test. */
function settingInUse({ estimate, voice, evaluation }: ChartContext): Setting | null {
  const recall = estimate("recall", "all");
  const precision = estimate("precision", "all") ?? estimate("precision-test", "all");
  if (evaluation.threshold === null || recall?.value == null || precision?.value == null) return null;
  if (displayGate(recall, voice.audience) === "hidden" || displayGate(precision, voice.audience) === "hidden")
    return null;
  return {
    recall: { ...recall, value: recall.value },
    precision: { ...precision, value: precision.value },
  };
}

/** The strictest threshold that catches ten of a hundred more than the one in use; null where none does. */
function moreCaught(
  points: readonly PrecisionRecallPoint[],
  { recall }: Setting,
): PrecisionRecallPoint | null {
  return points.find((point) => point.recall >= recall.value + 0.1) ?? null;
}

function slotsOf(
  { voice, evaluation }: ChartContext,
  base: Estimate | undefined,
  here: Setting | null,
  more: PrecisionRecallPoint | null,
  points: readonly PrecisionRecallPoint[],
) {
  const at = (recall: number, part: "recall" | "precision"): Inline | string => {
    const point = points.find((one) => one.recall >= recall) ?? points.at(-1);
    return point === undefined ? "" : ofHundred(voice.lang, point[part], `curve:${point.threshold}#${part}`);
  };
  const share = (value: number, part: string): Inline =>
    ofHundred(voice.lang, value, `curve:${more?.threshold}#${part}`);
  return {
    given: here === null ? "no" : more === null ? "only" : "more",
    threshold: evaluation.threshold === null ? "" : formatThreshold(evaluation.threshold, voice.lang),
    caught: here === null ? "" : shortRate(voice, here.recall),
    right: here === null ? "" : shortRate(voice, here.precision),
    right_range: here === null ? "" : shortRange(voice, here.precision),
    more_threshold: more?.threshold == null ? "" : formatThreshold(more.threshold, voice.lang),
    more_caught: more === null ? "" : share(more.recall, "recall"),
    more_right: more === null ? "" : share(more.precision, "precision"),
    half_caught: at(0.5, "recall"),
    half_right: at(0.5, "precision"),
    most_caught: at(0.8, "recall"),
    most_right: at(0.8, "precision"),
    base: base === undefined ? "" : shortRate(voice, base),
    rate: base?.metric === "deployment-base-rate" ? "stated" : "test",
    p: counted(voice, "plan:positives", "positives", evaluation.positives ?? 0),
    neg: counted(voice, "plan:negatives", "negatives", evaluation.negatives ?? 0),
  };
}

/** "62 of 100", with a digit more where it would be none of them. */
function ofHundred(lang: string, share: number, ref: string): Inline {
  const exact = 100 * share;
  const value = exact > 0 && exact < 1 ? Number(exact.toPrecision(1)) : Math.round(exact);
  return { type: "datum", ref, part: "value", value, text: formatPlain(value, lang), of: 100 };
}

function drawCurve(
  context: ChartContext,
  points: readonly PrecisionRecallPoint[],
  base: number,
  here: Setting | null,
  word: (phrase: string) => string,
) {
  const { voice, scenarios } = context;
  const highest = Math.max(
    ...points.map(({ precision }) => precision),
    here?.precision.interval?.high ?? here?.precision.value ?? 0,
    base,
  );
  const top = Math.min(1, roundUp(highest));
  const label = (share: number): string => formatPlain(100 * share, voice.lang);
  const plot = createPlot(linearAxis(word("x"), [0, 1], label), linearAxis(word("y"), [0, top], label));
  const places = points.map(({ recall, precision }) => plot.at(recall, precision));
  const [low, high] = [plot.at(0, base), plot.at(1, base)];
  const taken: Box[] = [];
  const avoid = [places, [low, high]];
  const marks = [
    `<path class="p-chance" fill="none" stroke="${role.edge}" stroke-dasharray="4 4" d="M${coordinate(low.x)} ${coordinate(low.y)}H${coordinate(high.x)}"/>`,
    curve(
      "p-curve",
      places.filter(
        (place, index) => index === 0 || index === places.length - 1 || isFar(place, places[index - 1]),
      ),
      { stroke: role.right },
    ),
  ];
  const at = here === null ? null : plot.at(here.recall.value, here.precision.value);
  if (at !== null) taken.push({ left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 });
  const options = new Map(
    scenarios.flatMap(({ threshold }) => (threshold === null ? [] : [[threshold, true]])),
  );
  const weighed = points.filter(
    ({ threshold }) =>
      threshold !== null && options.has(threshold) && threshold !== context.evaluation.threshold,
  );
  for (const point of weighed) {
    const dot = plot.at(point.recall, point.precision);
    taken.push({ left: dot.x - 5, right: dot.x + 5, top: dot.y - 5, bottom: dot.y + 5 });
    marks.push(
      `<circle class="p-option" cx="${coordinate(dot.x)}" cy="${coordinate(dot.y)}" r="4" fill="${role.right}"/>`,
    );
  }
  if (here !== null && at !== null) {
    avoid.push(...rangesOf(plot, here));
    marks.push(
      ...rangesOf(plot, here).map((ends) => curve("p-range", ends, { stroke: role.accent, width: 1.5 })),
      wordsBeside(plot, word("here"), at, avoid, taken, role.accent),
      inUse(at),
    );
  }
  for (const point of weighed)
    marks.push(
      wordsBeside(
        plot,
        formatThreshold(point.threshold ?? 0, voice.lang),
        plot.at(point.recall, point.precision),
        avoid,
        taken,
      ),
    );
  marks.push(
    wordsBeside(plot, word("chance"), { x: (low.x + high.x) / 2, y: low.y }, avoid, taken, role.quiet),
  );
  return plotPicture(plot, marks);
}

/** True for a point that is seen apart from the one before it. */
function isFar(place: { x: number; y: number }, before: { x: number; y: number } | undefined): boolean {
  return before === undefined || Math.hypot(place.x - before.x, place.y - before.y) > 0.3;
}

/** The range of each rate, through the setting in use. */
function rangesOf(plot: Plot, { recall, precision }: Setting): Pixel[][] {
  const [across, up] = [recall.interval, precision.interval];
  return [
    ...(across === null
      ? []
      : [[plot.at(across.low, precision.value), plot.at(across.high, precision.value)]]),
    ...(up === null ? [] : [[plot.at(recall.value, up.low), plot.at(recall.value, up.high)]]),
  ];
}

/** From many caught to few, and the setting in use. */
function gridOf(
  { voice, evaluation }: ChartContext,
  points: readonly PrecisionRecallPoint[],
  here: Setting | null,
) {
  const wanted = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4].flatMap(
    (share) => points.find(({ recall }) => recall >= share) ?? [],
  );
  const rows = [...new Set(wanted)].map((point) => ({
    threshold: point.threshold ?? 0,
    strong: false,
    caught: [ofHundred(voice.lang, point.recall, `curve:${point.threshold}#recall`)],
    right: [ofHundred(voice.lang, point.precision, `curve:${point.threshold}#precision`)],
  }));
  const own =
    here === null || evaluation.threshold === null
      ? []
      : [
          {
            threshold: evaluation.threshold,
            strong: true,
            caught: shortRate(voice, here.recall),
            right: shortRate(voice, here.precision),
          },
        ];
  return {
    id: "precision-recall",
    caption: [],
    note: [],
    columns: ["threshold", "caught", "right"].map((column) => ({
      label: voice.say(`picture.precision-recall.column-${column}`, { n: formatCount(100, voice.lang) }),
      align: "end" as const,
    })),
    rows: [...own, ...rows.filter(({ threshold }) => threshold !== evaluation.threshold)]
      .sort((a, b) => a.threshold - b.threshold)
      .map(({ threshold, strong, caught, right }) => ({
        strong,
        cells: [
          { pieces: [text(formatThreshold(threshold, voice.lang))] },
          { pieces: caught },
          { pieces: right },
        ],
      })),
    foot: [],
  };
}
