import type { Picture } from "../model/chart.js";
import { placeBeside, type Box, type Pixel } from "./place-label.js";
import { coordinate, svgText } from "./svg.js";
import { lineHeight, textLines, textSize, textWidth } from "./text-width.js";
import { chartWidth, role } from "./vega-theme.js";

/** One axis of a plot: how far along a value stands, where it is written down, and what it shows. */
export interface PlotAxis {
  /** In words, with the unit: "Caught, of 100 who defaulted". */
  readonly title: string;
  /** Share of the axis from its low end, a fraction in [0, 1]. */
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** A square plot: where its values stand in a drawing of 340 units. */
export interface Plot {
  readonly area: Box;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly across: (x: number) => number;
  readonly up: (y: number) => number;
  readonly at: (x: number, y: number) => Pixel;
}

const axisHeight = 220;
/** Room beside the last tick, half of whose label stands out. */
const edge = 14;

/** Plans a plot: room for the numbers of its axes, and for titles of one line or more. */
export function createPlot(x: PlotAxis, y: PlotAxis, high = axisHeight): Plot {
  const left = Math.max(24, ...y.ticks.map(({ label }) => textWidth(label))) + 8;
  const top = textLines(y.title, chartWidth, 3).length * lineHeight + 12;
  const area = { left, right: chartWidth - edge, top, bottom: top + high };
  const across = (value: number): number => area.left + x.at(value) * (area.right - area.left);
  const up = (value: number): number => area.bottom - y.at(value) * (area.bottom - area.top);
  return { area, x, y, across, up, at: (valueX, valueY) => ({ x: across(valueX), y: up(valueY) }) };
}

/** A strip below the plot on the same horizontal scale. */
export interface Below {
  readonly height: number;
  /** What is drawn in it, given where its upper edge lies. */
  readonly draw: (top: number) => readonly string[];
}

/** The finished picture: grid, numbers, titles, and what is drawn into it. */
export function plotPicture(
  { area, x, y, across, up }: Plot,
  marks: readonly string[],
  below?: Below,
): Picture {
  const written = withRoom(x.ticks, ({ value, label }) => [across(value), textWidth(label) / 2 + 5]);
  const beside = withRoom(y.ticks, ({ value }) => [up(value), lineHeight / 2]);
  const under = textLines(x.title, area.right, 3);
  const end = area.bottom + 24 + under.length * lineHeight + 6;
  const height = end + (below?.height ?? 0);
  const text = (words: string, place: Pixel, more: string): string =>
    `<text x="${coordinate(place.x)}" y="${coordinate(place.y)}"${more}>${svgText(words)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${coordinate(height)}" width="${chartWidth}" height="${coordinate(height)}" class="plot">`,
    `<path fill="none" stroke="${role.rule}" d="${beside.map(({ value }) => `M${coordinate(area.left)} ${coordinate(up(value))}H${coordinate(area.right)}`).join("")}"/>`,
    `<path fill="none" stroke="${role.edge}" d="M${coordinate(area.left)} ${coordinate(area.bottom)}H${coordinate(area.right)}"/>`,
    `<g fill="${role.quiet}" font-size="${textSize}">`,
    ...textLines(y.title, chartWidth, 3).map((line, index) =>
      text(line, { x: 1, y: textSize + index * lineHeight }, ""),
    ),
    ...beside.map(({ value, label }) =>
      text(label, { x: area.left - 6, y: up(value) + 4.5 }, ' class="tick-y" text-anchor="end"'),
    ),
    ...written.map(({ value, label }) =>
      text(label, { x: across(value), y: area.bottom + 18 }, ' class="tick-x" text-anchor="middle"'),
    ),
    ...under.map((line, index) =>
      text(line, { x: area.right, y: area.bottom + 38 + index * lineHeight }, ' text-anchor="end"'),
    ),
    "</g>",
    ...marks,
    ...(below?.draw(end) ?? []),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width: chartWidth, height };
}

/** Ticks that do not touch, the first and the last before those between them. */
function withRoom<T>(ticks: readonly T[], of: (tick: T) => readonly [number, number]): T[] {
  const kept: T[] = [];
  for (const tick of [ticks[0], ticks.at(-1), ...ticks.slice(1, -1)]) {
    if (tick === undefined || kept.includes(tick)) continue;
    const [place, half] = of(tick);
    if (kept.every((other) => Math.abs(of(other)[0] - place) >= of(other)[1] + half)) kept.push(tick);
  }
  return kept;
}

/** A line through places, broken where one is null. */
export function linePath(places: readonly (Pixel | null)[]): string {
  return places
    .map((place, index) =>
      place === null
        ? ""
        : `${places[index - 1] == null ? "M" : "L"}${coordinate(place.x)} ${coordinate(place.y)}`,
    )
    .join("");
}

/** How a curve is drawn; ink, heavy and unbroken where nothing is said. */
export interface Stroke {
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
}

/** A curve in the plot; `name` is the class that tells it from others. */
export function curve(
  name: string,
  places: readonly (Pixel | null)[],
  { stroke = role.ink, width = 2.25, dash = "" }: Stroke = {},
): string {
  const dashed = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `<path class="${name}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashed} stroke-linejoin="round" d="${linePath(places)}"/>`;
}

/** The setting in use: a ring, so that it is told from every other mark without its colour. */
export function inUse(place: Pixel): string {
  return `<circle class="p-here" cx="${coordinate(place.x)}" cy="${coordinate(place.y)}" r="6" fill="${role.paper}" stroke="${role.accent}" stroke-width="2.5"/>`;
}

/** Words beside a place, clear of what is drawn. */
export function wordsBeside(
  { area }: Plot,
  words: string,
  place: Pixel,
  avoid: readonly (readonly Pixel[])[],
  taken: Box[],
  fill: string = role.ink,
): string {
  const lines = textLines(words, (area.right - area.left) * 0.75, 3);
  const box = placeBeside(
    { width: Math.max(...lines.map((line) => textWidth(line))), height: lines.length * lineHeight },
    place,
    avoid,
    taken,
    area,
  );
  taken.push(box);
  return lines
    .map(
      (line, index) =>
        `<text x="${coordinate(box.left)}" y="${coordinate(box.top + 12.5 + index * lineHeight)}" font-size="${textSize}" font-weight="600" fill="${fill}">${svgText(line)}</text>`,
    )
    .join("");
}

/** Round numbers from `low` to `high`, at most five steps apart. */
export function roundTicks(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** A linear axis over round numbers that hold `low` and `high`. */
export function linearAxis(
  title: string,
  [low, high]: readonly [number, number],
  label: (value: number) => string,
): PlotAxis {
  const span = high - low || 1;
  return {
    title,
    at: (value) => (value - low) / span,
    ticks: roundTicks(low, high).map((value) => ({ value, label: label(value) })),
  };
}

/** The next round number up: the top of a scale that begins at zero. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return Number(
    (
      power * ([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value * 0.9999) ?? 10)
    ).toPrecision(12),
  );
}
