import type { Picture } from "../model/chart.js";
import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { directionOf, scaledMoney, type MoneyFacts } from "../phrasing/budget-sentences.js";
import { counted } from "../phrasing/counted.js";
import { formatMoney } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import { nounSlots } from "../phrasing/noun-slots.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartKind } from "./chart-context.js";
import { coordinate, svgText } from "./svg.js";
import { fontSize, role } from "./vega-theme.js";

/** What the caught bring, what acting on the right ones and on false alarms takes away, what is left, what stays lost. */
export const moneyWaterfall: ChartKind = {
  id: "money-waterfall",
  summary: "losses prevented, less the cost of acting, to the net with its range; and the losses that stay",
  missing: "chart.money-waterfall.none",
  draw: ({ voice, money: facts }) => {
    const sums = facts === null ? null : sumsOf(facts);
    if (facts === null || sums === null) return null;
    const { net, list } = facts;
    if (net?.value == null || voice.currency === null) return null;
    const { currency } = voice;
    const told = (value: number): Inline => ({
      type: "datum",
      ref: "plan:costs",
      part: "value",
      value: Number(value.toPrecision(2)),
      text: formatMoney(value, currency, voice.lang),
    });
    const direction = directionOf(net);
    const sign = direction === "loses" ? -1 : 1;
    const [low = 0, high = 0] = ends(net.value, net.interval, sign);
    const slots: Slots = {
      ...nounSlots(voice.words),
      n: counted(voice, list.ref, "n", list.cases),
      per: list.per ?? "none",
      prevented: told(sums.prevented),
      right: told(sums.right),
      wrong: told(sums.wrong),
      acting: told(sums.right + sums.wrong),
      missed: told(sums.missed),
      net: scaledMoney(voice, facts, net, "scaled", sign * net.value),
      low: scaledMoney(voice, facts, net, direction === "loses" ? "scaledHigh" : "scaledLow", low),
      high: scaledMoney(voice, facts, net, direction === "loses" ? "scaledLow" : "scaledHigh", high),
      ranged: net.interval === null ? "no" : "yes",
    };
    return {
      kind: "money-waterfall",
      id: "money-waterfall",
      title: voice.say(`chart.money-waterfall.${direction}`, slots),
      note: voice.say("chart.money-waterfall.note", slots),
      alt: plainText(voice.say("chart.money-waterfall.alt", slots)),
      panels: [{ title: [], picture: draw(voice, facts, sums), key: null }],
      grid: gridOf(voice, slots),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    };
  },
};

/** The ends of the net as they are told: a loss without its sign, the smaller one first. */
function ends(value: number, interval: { readonly low: number; readonly high: number } | null, sign: number) {
  const own = [interval?.low ?? value, interval?.high ?? value];
  return (sign < 0 ? own.reverse() : own).map((end) => sign * end);
}

/** Money of the list, each at the stated value: what the net consists of, and the losses of the missed. */
interface Sums {
  readonly prevented: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** The same arithmetic as the net gain, part by part; null where one of its inputs is not known. */
function sumsOf(facts: MoneyFacts): Sums | null {
  const { recall, falseAlarms, baseRate, action, miss, effect, falseAlarm, list } = facts;
  if (recall?.value == null || falseAlarms?.value == null || baseRate?.value == null) return null;
  if (action === null || miss === null) return null;
  const positives = list.cases * baseRate.value;
  const caught = positives * recall.value;
  const alarms = (list.cases - positives) * falseAlarms.value;
  return {
    prevented: caught * (effect?.value ?? 1) * miss.value,
    right: caught * action.value,
    wrong: alarms * (action.value + (falseAlarm?.value ?? 0)),
    missed: (positives - caught) * miss.value,
  };
}

const names = ["prevented", "right", "wrong", "net", "missed"] as const;

function gridOf(voice: Voice, slots: Slots): Grid {
  return {
    id: "money-waterfall",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("chart.money-waterfall.column-what"), align: "start" },
      { label: voice.say("chart.money-waterfall.column-money"), align: "end" },
    ],
    rows: names.map((name) => ({
      strong: name === "net",
      cells: [
        { pieces: voice.say(`chart.money-waterfall.row-${name}`, slots) },
        { pieces: voice.say(`chart.money-waterfall.value-${name}`, slots) },
      ],
    })),
    foot: [],
  };
}

const [width, row, bar] = [340, 38, 12];

function draw(voice: Voice, facts: MoneyFacts, { prevented, right, wrong, missed }: Sums): Picture {
  const { net, list } = facts;
  const perList = (value: number): number => (value * list.cases) / 1_000;
  const left = prevented - right - wrong;
  const [low, high] = [
    perList(net?.interval?.low ?? net?.value ?? 0),
    perList(net?.interval?.high ?? net?.value ?? 0),
  ];
  const [least, most] = [
    Math.min(0, left, low, prevented - right - wrong),
    Math.max(prevented, missed, high),
  ];
  const at = (value: number): number => 4 + ((width - 8) * (value - least)) / Math.max(1e-9, most - least);
  const money = (value: number): string => formatMoney(value, voice.currency ?? "EUR", voice.lang);
  const bars = [
    { name: "prevented", from: 0, to: prevented, value: prevented, paint: `fill="${role.right}"` },
    { name: "right", from: prevented, to: prevented - right, value: -right, paint: `fill="${role.edge}"` },
    { name: "wrong", from: prevented - right, to: left, value: -wrong, paint: `fill="${role.wrong}"` },
    { name: "net", from: 0, to: left, value: left, paint: `fill="${role.ink}"` },
    {
      name: "missed",
      from: 0,
      to: missed,
      value: missed,
      paint: `fill="none" stroke="${role.wrong}" stroke-width="1.5" stroke-dasharray="4 3"`,
    },
  ];
  const drawn = bars.map(({ name, from, to, value, paint }, index) => {
    const top = index * row;
    const [start, end] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    const weight = name === "net" ? 600 : 400;
    const words = svgText(plainText(voice.say(`chart.money-waterfall.row-${name}`)));
    const label = (x: number, anchor: string, text: string): string =>
      `<text x="${x}" y="${top + 13}" text-anchor="${anchor}" font-size="${fontSize}" font-weight="${weight}" fill="${role.ink}">${text}</text>`;
    return [
      label(0, "start", words),
      label(width, "end", svgText(money(value))),
      `<rect x="${coordinate(start)}" y="${top + 18}" width="${coordinate(Math.max(1, end - start))}" height="${bar}" ${paint}/>`,
      name === "net" && net?.interval != null ? whisker(at(low), at(high), top + 18 + bar / 2) : "",
    ].join("");
  });
  const height = bars.length * row;
  const zero = coordinate(at(0));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="waterfall">`,
    ...drawn,
    ...bars.map(
      (_, index) =>
        `<line x1="${zero}" x2="${zero}" y1="${index * row + 16}" y2="${index * row + 20 + bar}" stroke="${role.ink}"/>`,
    ),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** The range of the net: a line over its bar, light on the dark bar and dark beyond it. */
function whisker(low: number, high: number, y: number): string {
  const line = (stroke: string, wide: number): string =>
    `<line x1="${coordinate(low)}" x2="${coordinate(high)}" y1="${y}" y2="${y}" stroke="${stroke}" stroke-width="${wide}"/>`;
  return line(role.paper, 5) + line(role.ink, 2.5);
}
