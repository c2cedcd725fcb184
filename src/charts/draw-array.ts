import type { ChartPanel } from "../model/chart.js";
import type { NaturalFrequency } from "../phrasing/natural-frequency.js";
import { coordinate } from "./svg.js";

/** Most icons in one panel: beyond it nobody counts, and the total looks like danger. */
export const mostIcons = 1_000;

/** Ten for a hundred, forty for a thousand. */
export function marksPerRow(outOf: number): number {
  return outOf > 100 ? 40 : 10;
}

/**
 * Every case as one mark, grouped: caught, missed, false alarm, left alone. One path per outcome, and where marks are round one line per row,
 * dashed with round ends: a thousand marks take a few hundred letters of the page.
 */
export function drawArray({
  outOf,
  caught,
  missed,
  falseAlarms,
  leftAlone,
}: NaturalFrequency): ChartPanel["picture"] {
  const perRow = marksPerRow(outOf);
  const step = outOf > 100 ? 8 : 16;
  const size = outOf > 100 ? 3 : 6;
  const [width, height] = [perRow * step, Math.ceil(outOf / perRow) * step];
  let next = 0;
  /** Rows of the next so many marks. */
  const rows = (count: number): readonly Row[] => {
    const found: Row[] = [];
    for (const end = Math.min(next + count, outOf); next < end;) {
      const column = next % perRow;
      const length = Math.min(perRow - column, end - next);
      found.push({ x: (column + 0.5) * step, y: (Math.floor(next / perRow) + 0.5) * step, length });
      next += length;
    }
    return found;
  };
  const dots = (name: string, of: readonly Row[]): string =>
    of.length === 0
      ? ""
      : `<path class="m-${name}" stroke-dasharray="0 ${step}" d="${of.map((row) => dotted(row, step)).join("")}"/>`;
  const found = {
    caught: rows(caught.printed),
    missed: rows(missed.printed),
    alarms: rows(falseAlarms.printed),
  };
  const diamonds = found.missed.map((row) => diamondsIn(row, step, size)).join("");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="icons${outOf > 100 ? " icons-many" : ""}">`,
    dots("left-alone", rows(leftAlone.printed)),
    dots("caught", found.caught),
    diamonds === "" ? "" : `<path class="m-missed" d="${diamonds}"/>`,
    // A ring is a disc with a smaller one of the paper on it.
    dots("false-alarm", found.alarms),
    dots("hole", found.alarms),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** Marks side by side: the middle of the first, and how many. */
interface Row {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** A line that a dash of no length begins at every mark; it ends a little after the last, which it would else lose. */
function dotted({ x, y, length }: Row, step: number): string {
  return `M${coordinate(x)} ${coordinate(y)}h${(length - 1) * step + 1}`;
}

function diamondsIn({ x, y, length }: Row, step: number, size: number): string {
  const one = `l${size} ${size}-${size} ${size}-${size}-${size}z`;
  return `M${coordinate(x)} ${coordinate(y - size)}${one}${`m${step} 0${one}`.repeat(length - 1)}`;
}
