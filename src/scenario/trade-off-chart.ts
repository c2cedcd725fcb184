import type { Chart } from "../model/chart.js";
import type { ScenarioData, Setting } from "../model/scenario-data.js";
import { coordinate, svgText } from "../charts/svg.js";
import { printedCount } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import { dotLabels, type DotLabel } from "./dot-labels.js";
import { refOf } from "./estimates-at.js";
import { prepare, testedAt, type PreparedScenario } from "./prepare.js";

/** The plot without its axes, in the units of the picture. */
const plot = { left: 42, top: 18, size: 284 };
const [width, height] = [340, 350];

/**
 * Positives flagged against negatives flagged over all thresholds, each of its own class: a hollow dot where the model
 * stands today, a dot of the accent colour at the setting. Neither axis knows the base rate, so the line never moves.
 */
export function tradeOffChart(voice: Voice, data: ScenarioData, setting: Setting): Chart | null {
  const { positives, negatives } = prepare(data);
  if (positives === 0 || negatives === 0) return null;
  const here = pointAt(data, setting.threshold);
  const today = data.threshold === null ? null : pointAt(data, data.threshold);
  const policy = { ...setting, threshold: data.threshold };
  const told = (metric: string, share: number, of: number, at = setting) => {
    const printed = Math.round(share * of);
    const count = { exact: share * of, printed, few: printed === 0 && share > 0 };
    return printedCount(voice, refOf(data, at, metric), "value", count, of);
  };
  const { positives: pOf, negatives: nOf } = voice.outOf;
  const slots: Slots = {
    tp: told("recall", here.caught, pOf),
    fp: told("false-alarms", here.alarms, nOf),
    p_of: formatCount(pOf, voice.lang),
    n_of: formatCount(nOf, voice.lang),
    today: today === null ? "no" : "yes",
    today_tp: today === null ? "" : told("recall", today.caught, pOf, policy),
    today_fp: today === null ? "" : told("false-alarms", today.alarms, nOf, policy),
    least: String(smallSample),
  };
  const word = (phrase: string): string => plainText(voice.say(`scenario.chart.${phrase}`, slots));
  return {
    kind: "scenario-trade-off",
    id: "scenario-trade-off",
    title: voice.say("scenario.chart.title", slots),
    note: voice.say("scenario.chart.note", slots),
    alt: word("alt"),
    panels: [
      {
        title: [],
        key: null,
        picture: { type: "svg", svg: drawing(data, { here, today }, word), width, height },
      },
    ],
    grid: { id: "scenario-trade-off", caption: [], note: [], columns: [], rows: [], foot: [] },
    gridOpen: false,
    tableLabel: "",
  };
}

interface Point {
  /** Shares of the own class, fractions in [0, 1]. */
  readonly caught: number;
  readonly alarms: number;
}

function pointAt(data: ScenarioData, threshold: number | null): Point {
  const { positives, negatives } = prepare(data);
  const { tp, fp } = testedAt(data, threshold);
  return { caught: tp / positives, alarms: fp / negatives };
}

function drawing(
  data: ScenarioData,
  { here, today }: { here: Point; today: Point | null },
  word: (phrase: string) => string,
): string {
  const bottom = plot.top + plot.size;
  const at = (point: Point): [number, number] => [x(point.alarms), y(point.caught)];
  const ticks = [0, 25, 50, 75, 100].map((tick) =>
    [
      `<path class="hair" d="M${plot.left} ${coordinate(y(tick / 100))}h${plot.size}"/>`,
      `<text class="t-axis" x="${plot.left - 6}" y="${coordinate(y(tick / 100) + 4)}" text-anchor="end">${tick}</text>`,
      `<text class="t-axis" x="${coordinate(x(tick / 100))}" y="${bottom + 17}" text-anchor="middle">${tick}</text>`,
    ].join(""),
  );
  const [hereX, hereY] = at(here);
  const dots = [
    today === null
      ? ""
      : `<circle class="s-today" cx="${coordinate(at(today)[0])}" cy="${coordinate(at(today)[1])}" r="5.5"/>`,
    `<circle class="s-here" cx="${coordinate(hereX)}" cy="${coordinate(hereY)}" r="5.5"/>`,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="operating">`,
    ...ticks,
    linesOf(data),
    ...dots,
    labels(at(here), today === null ? null : at(today), word),
    `<text class="t-axis" x="${plot.left + plot.size}" y="${bottom + 31}" text-anchor="end">${svgText(word("x"))}</text>`,
    `<text class="t-axis" x="${plot.left}" y="${plot.top - 3}">${svgText(word("y"))}</text>`,
    "</svg>",
  ].join("");
}

/** The names of both dots; one name where they are one. */
function labels(
  [hereX, hereY]: [number, number],
  today: [number, number] | null,
  word: (phrase: string) => string,
): string {
  const here = { x: hereX, y: hereY };
  const [todayX, todayY] = today ?? [hereX, hereY];
  const spots = dotLabels(here, { x: todayX, y: todayY });
  const text = ({ x: px, y: py, anchor }: DotLabel, name: string, words: string): string =>
    `<text class="${name}" x="${coordinate(px)}" y="${coordinate(py)}" text-anchor="${anchor}">${svgText(words)}</text>`;
  const isOne = today !== null && Math.hypot(todayX - hereX, todayY - hereY) < 3;
  if (today === null) return text(dotLabels(here, { x: -99, y: -99 }).here, "t-here", word("here"));
  if (isOne) return text(spots.here, "t-here", word("today"));
  return text(spots.today, "t-label", word("today")) + text(spots.here, "t-here", word("here"));
}

const drawn = new WeakMap<PreparedScenario, string>();

/** The line over all thresholds, dashed where so few are flagged that shares are luck. It is the same at every setting. */
function linesOf(data: ScenarioData): string {
  const prepared = prepare(data);
  const known = drawn.get(prepared);
  if (known !== undefined) return known;
  const { caught, alarms, positives, negatives } = prepared;
  const points = caught
    .map((tp, place) => ({ tp, fp: alarms[place] ?? 0 }))
    .sort((a, b) => a.tp + a.fp - (b.tp + b.fp));
  const path = (part: typeof points): string =>
    part
      .map(({ tp, fp }) => `${coordinate(x(fp / negatives))} ${coordinate(y(tp / positives))}`)
      .filter((spot, index, all) => spot !== all[index - 1])
      .map((spot, index) => `${index === 0 ? "M" : "L"}${spot}`)
      .join("");
  const first = points.findIndex(({ tp, fp }) => tp + fp >= smallSample);
  const start = first === -1 ? points.length : first;
  const few = [{ tp: 0, fp: 0 }, ...points.slice(0, start + 1)];
  const lines = `<path class="s-few" d="${path(few)}"/><path class="s-line" d="${path(points.slice(start))}"/>`;
  drawn.set(prepared, lines);
  return lines;
}

function x(share: number): number {
  return plot.left + plot.size * share;
}

function y(share: number): number {
  return plot.top + plot.size * (1 - share);
}
