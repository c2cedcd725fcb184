import {
  createPlot,
  curve,
  inUse,
  linearAxis,
  linePath,
  plotPicture,
  roundTicks,
  wordsBeside,
} from "../charts/plot.js";
import type { Box, Pixel } from "../charts/place-label.js";
import { coordinate } from "../charts/svg.js";
import { role } from "../charts/vega-theme.js";
import type { Chart, Picture } from "../model/chart.js";
import type { ScenarioData, ScenarioView, Setting } from "../model/scenario-data.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount, formatMoney, formatThreshold } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";
import { breakEvenScore, netAt } from "./money-at.js";
import { testedAt } from "./prepare.js";
import { scaleAt } from "./scale-at.js";
import { supportAt } from "./support-at.js";

/** Most points of the line: finer than the picture shows. */
const mostPoints = 100;

interface NetPoint {
  readonly threshold: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Money against today over all thresholds with enough cases, at the costs and the base rate of the setting; null without
 * costs, or without a threshold in use to compare with.
 */
export function netChart(voice: Voice, data: ScenarioData, view: ScenarioView): Chart | null {
  const { setting } = view;
  const { currency } = voice;
  const { basis, source } = data.evaluation;
  if (currency === null || data.threshold === null || view.money.length === 0) return null;
  const points = pointsOf(data, setting);
  if (points.length < 3) return null;
  const here = points.find(({ threshold }) => threshold === setting.threshold) ?? null;
  const say = view.net?.says ?? "today";
  const money = (value: number): string => formatMoney(value, currency, voice.lang);
  const slots = {
    says: here === null ? "few" : say,
    per: view.counts.per ?? "none",
    n: formatCount(view.counts.total, voice.lang),
    least: formatCount(smallSample, voice.lang),
    threshold: setting.threshold === null ? "" : formatThreshold(setting.threshold, voice.lang),
    net: here === null ? "" : money(Math.abs(here.value)),
    low: here === null ? "" : money(here.low),
    high: here === null ? "" : money(here.high),
  };
  const named = (phrase: string): string => plainText(voice.say(`sliders.net-chart-${phrase}`, slots));
  const even = breakEvenScore(data, setting);
  return {
    kind: "scenario-net",
    id: "scenario-net",
    title: voice.say("sliders.net-chart-title", slots),
    note: [
      ...voice.say("sliders.net-chart-note", { ...slots, even: even === null ? "no" : "yes" }),
      text(" "),
      ...voice.say("chart.source", { basis, source: source ?? "" }),
    ],
    alt: named("alt"),
    panels: [
      {
        title: [],
        key: null,
        picture: drawing({ points, here, even, today: data.threshold }, voice.lang, money, named),
      },
    ],
    grid: { id: "scenario-net", caption: [], note: [], columns: [], rows: [], foot: [] },
    gridOpen: false,
    tableLabel: "",
  };
}

/** Money at about as many thresholds as the picture can show, today's and the setting's among them. */
function pointsOf(data: ScenarioData, setting: Setting): NetPoint[] {
  const { edges } = data.histogram;
  const step = Math.max(1, Math.ceil(edges.length / mostPoints));
  return edges.flatMap((threshold, place): NetPoint[] => {
    const isNamed = threshold === data.threshold || threshold === setting.threshold;
    if (place % step !== 0 && !isNamed) return [];
    const at = { ...setting, threshold };
    const tested = testedAt(data, threshold);
    if (supportAt(data, at, tested) !== "enough") return [];
    if (threshold === data.threshold) return [{ threshold, value: 0, low: 0, high: 0 }];
    const net = netAt(data, at, scaleAt(data, at, tested));
    return net === null ? [] : [{ threshold, value: net.value, low: net.low, high: net.high }];
  });
}

interface Drawn {
  readonly points: readonly NetPoint[];
  readonly here: NetPoint | null;
  readonly even: number | null;
  readonly today: number;
}

function drawing(
  { points, here, even, today }: Drawn,
  lang: string,
  money: (value: number) => string,
  named: (phrase: string) => string,
): Picture {
  const [first, last] = [points[0]?.threshold ?? 0, points.at(-1)?.threshold ?? 1];
  const [bottom, top] = extent(points);
  const within = (value: number): number => Math.min(top, Math.max(bottom, value));
  const plot = createPlot(
    linearAxis(named("x"), [first, last], (value) => formatThreshold(value, lang)),
    linearAxis(named("y"), [bottom, top], money),
  );
  const line = points.map((point) => plot.at(point.threshold, point.value));
  const band = [
    ...points.map((point) => plot.at(point.threshold, within(point.high))),
    ...points.map((point) => plot.at(point.threshold, within(point.low))).toReversed(),
  ];
  const start = plot.at(today, 0);
  const taken: Box[] = [boxAround(start)];
  const zero: Pixel[] = [plot.at(first, 0), plot.at(last, 0)];
  // Words keep clear of every fourth point: as good to the eye, and a quarter of the work of each frame.
  const avoid = [line.filter((_, place) => place % 4 === 0), zero];
  const pays = even === null || even < first || even > last ? [] : [plot.at(even, 0)];
  const place = here === null ? null : plot.at(here.threshold, here.value);
  if (place !== null) taken.push(boxAround(place));
  const isToday = here === null || here.threshold === today;
  return plotPicture(plot, [
    `<path class="p-band" fill="${role.edge}" fill-opacity="0.22" d="${linePath(band)}Z"/>`,
    `<path class="p-level" fill="none" stroke="${role.edge}" d="${linePath(zero)}"/>`,
    ...pays.map(
      ({ x }) =>
        `<path class="p-even" fill="none" stroke="${role.edge}" stroke-dasharray="4 4" d="M${coordinate(x)} ${coordinate(plot.area.top)}V${coordinate(plot.area.bottom)}"/>`,
    ),
    curve("p-curve", line),
    inUse(start),
    wordsBeside(plot, named("today"), start, avoid, taken, isToday ? role.accent : role.quiet),
    ...(isToday || place === null
      ? []
      : [
          `<circle class="p-now" cx="${coordinate(place.x)}" cy="${coordinate(place.y)}" r="7" fill="${role.accent}" stroke="${role.paper}" stroke-width="2"/>`,
          wordsBeside(plot, named("here"), place, avoid, taken, role.accent),
        ]),
    ...pays.map(({ x }) =>
      wordsBeside(plot, named("even"), { x, y: plot.area.bottom - 12 }, avoid, taken, role.quiet),
    ),
  ]);
}

/** Round ends that hold every value, and as much of the ranges as leaves the line readable. */
function extent(points: readonly NetPoint[]): readonly [number, number] {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(high - low, Number.EPSILON) * 0.6;
  const wanted = [
    Math.max(low - room, Math.min(...points.map((point) => point.low))),
    Math.min(high + room, Math.max(...points.map((point) => point.high))),
  ] as const;
  const ticks = roundTicks(wanted[0], wanted[1]);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return [Math.floor(wanted[0] / step) * step, Math.ceil(wanted[1] / step) * step];
}

function boxAround({ x, y }: Pixel): Box {
  return { left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 };
}
