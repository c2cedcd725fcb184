import type { Picture } from "../model/chart.js";
import { formatDecimal } from "../phrasing/format-number.js";
import type { ShownSeries } from "./chart-context.js";
import { labelWidth } from "./place-label.js";
import { coordinate, svgText } from "./svg.js";
import { chartWidth, fontSize, role } from "./vega-theme.js";

/** What a picture of a series says beside its numbers. */
export interface SeriesWords {
  readonly period: (label: string) => string;
  readonly lang: string;
  /** Name of the usual range. */
  readonly usual: string;
  /** Name of the break. */
  readonly breakLabel: string;
}

const top = 40;
const height = 236;
const bottom = height - 26;
const right = 8;
/** Most labels of things done; the table of actions has them all. */
const mostDone = 2;
/** Most letters of such a label. */
const longest = 40;

/** One dot per period on a line of its own scale; dots outside the usual range are the coloured ones. */
export function drawSeries({ facts, table, done }: ShownSeries, words: SeriesWords): Picture {
  const values = table.rows.map(({ cells: [value = null] }) => value);
  const known = values.filter((value) => value !== null);
  const ends = [...known, 0, ...(facts.band === null ? [] : [facts.band.low, facts.band.high])];
  const ticks = ticksOf(Math.min(...ends), Math.max(...ends));
  const digits = digitsOf(ticks);
  const names = ticks.map((tick) => formatDecimal(tick, digits, words.lang));
  const left = Math.max(...names.map((name) => name.length)) * 6.6 + 10;
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const step = (chartWidth - left - right) / values.length;
  const x = (index: number): number => left + (index + 0.5) * step;
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - top);
  const label = (at: number, line: number, shown: string, anchor: string, style = ""): string =>
    `<text x="${coordinate(at)}" y="${coordinate(line)}" text-anchor="${anchor}" font-size="${fontSize}" fill="${role.quiet}"${style}>${svgText(shown)}</text>`;
  const grid = ticks.map(
    (tick, index) =>
      `<line x1="${coordinate(left)}" x2="${chartWidth - right}" y1="${coordinate(y(tick))}" y2="${coordinate(y(tick))}" stroke="${tick === 0 ? role.edge : role.rule}"/>` +
      label(left - 6, y(tick) + 4, names[index] ?? "", "end"),
  );
  const places = table.rows.map((row) => row.label);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}" class="marks">`,
    ...bandOf(facts, left, y),
    ...grid,
    ...breakOf(facts, places, { x, step, left }, words),
    ...doneOf(done, places, { x, step, left }),
    lineOf(values, x, y),
    ...values.map((value, index) => (value === null ? "" : dotOf(facts, value, x(index), y(value)))),
    ...(facts.band === null
      ? []
      : [label(left + 4, Math.min(bottom - 5, y(facts.band.low) + 15), words.usual, "start")]),
    label(left, height - 6, words.period(places[0] ?? ""), "start"),
    label(chartWidth - right, height - 6, words.period(places.at(-1) ?? ""), "end"),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width: chartWidth, height };
}

interface Scale {
  readonly x: (index: number) => number;
  readonly step: number;
  readonly left: number;
}

function bandOf({ band }: ShownSeries["facts"], left: number, y: (value: number) => number): string[] {
  if (band === null) return [];
  const [upper, lower] = [y(band.high), y(band.low)];
  return [
    `<rect x="${coordinate(left)}" y="${coordinate(upper)}" width="${coordinate(chartWidth - right - left)}" height="${coordinate(lower - upper)}" fill="${role.rightWash}"/>`,
  ];
}

/** The break stands between two periods; its range is a wash from the earliest to the latest it may have been. */
function breakOf(
  { break: found }: ShownSeries["facts"],
  places: readonly string[],
  { x, step, left }: Scale,
  words: SeriesWords,
): string[] {
  if (found === null) return [];
  const before = (period: string): number => x(places.indexOf(period)) - step / 2;
  const at = before(found.period);
  const [from, to] = [
    found.first === null ? at : before(found.first),
    found.last === null ? at : before(found.last),
  ];
  const wide = labelWidth(words.breakLabel) / 2;
  const middle = Math.min(Math.max(at, left + wide), chartWidth - right - wide);
  return [
    `<rect x="${coordinate(from)}" y="${top - 6}" width="${coordinate(Math.max(0, to - from))}" height="${bottom - top + 6}" fill="${role.wrongWash}"/>`,
    `<line x1="${coordinate(at)}" x2="${coordinate(at)}" y1="${top - 6}" y2="${bottom}" stroke="${role.wrong}" stroke-width="1.5"/>`,
    `<text x="${coordinate(middle)}" y="${top - 11}" text-anchor="middle" font-size="${fontSize}" font-weight="600" fill="${role.ink}">${svgText(words.breakLabel)}</text>`,
  ];
}

/**
 * What was done within the series: a dashed line at its period, and above the name of the break a short name, as long as
 * it has room beside the one before it.
 */
function doneOf(done: ShownSeries["done"], places: readonly string[], { x, step, left }: Scale): string[] {
  const last = places.at(-1) ?? "";
  const within = done.filter(({ at }) => at >= (places[0] ?? "") && at.slice(0, last.length) <= last);
  let free = left;
  return within.slice(0, mostDone).flatMap(({ what, at }) => {
    const next = places.findIndex((place) => place >= at.slice(0, place.length));
    const place = x(next < 0 ? places.length - 1 : next) - step / 2;
    const line = `<line x1="${coordinate(place)}" x2="${coordinate(place)}" y1="${top - 6}" y2="${bottom}" stroke="${role.accent}" stroke-width="1.5" stroke-dasharray="4 3"/>`;
    const shown = what.length > longest ? `${what.slice(0, longest - 1)}…` : what;
    const wide = labelWidth(shown) / 2;
    const middle = Math.min(Math.max(place, left + wide), chartWidth - right - wide);
    if (middle - wide < free) return [line];
    free = middle + wide + 6;
    return [
      line,
      `<text x="${coordinate(middle)}" y="${top - 27}" text-anchor="middle" font-size="${fontSize}" fill="${role.accent}">${svgText(shown)}</text>`,
    ];
  });
}

/** Straight from dot to dot, broken where a period may not be told. */
function lineOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const path = values
    .map((value, index) => {
      if (value === null) return "";
      return `${(values[index - 1] ?? null) === null ? "M" : "L"}${coordinate(x(index))} ${coordinate(y(value))}`;
    })
    .join("");
  return `<path d="${path}" fill="none" stroke="${role.edge}" stroke-width="1"/>`;
}

function dotOf({ band }: ShownSeries["facts"], value: number, x: number, y: number): string {
  const isOutside = band !== null && (value > band.high || value < band.low);
  return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${isOutside ? 3.4 : 2}" fill="${isOutside ? role.wrong : role.quiet}"/>`;
}

/** Three to five round values that hold the series. */
function ticksOf(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

function digitsOf(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}
