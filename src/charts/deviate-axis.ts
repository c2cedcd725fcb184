import { formatPlain } from "../phrasing/format-number.js";
import { normalQuantile } from "../stats/normal-quantile.js";
import type { Pixel } from "./place-label.js";
import { curve, type Plot, type PlotAxis } from "./plot.js";
import { coordinate } from "./svg.js";
import { role } from "./vega-theme.js";

/** Errors that a rate has to rest on for its true value to lie within 30 of 100 of it (Doddington 2000). */
export const ruleOf = 30;

/** Highest rate of a picture, where nothing else is said: beyond it nobody would run a check. */
const usualHighest = 0.5;
const tops = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.98];
const ticks = [
  0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98,
];

/** None and all have no place on a normal deviate. */
export function hasPlace(rate: number, highest = usualHighest): boolean {
  return rate > 0 && rate <= highest;
}

/**
 * An axis of normal deviates that holds all rates, from the last tick below them to the first above.
 *
 * @param highest - end of an axis that no round number below it ends; a fraction in (0, 1)
 */
export function deviates(
  title: string,
  rates: readonly number[],
  lang: string,
  highest = usualHighest,
): PlotAxis {
  const [smallest, largest] = [Math.min(...rates), Math.max(...rates)];
  const low = ticks.findLast((tick) => tick < smallest) ?? smallest / 2;
  const high = tops.find((top) => top > largest && top < highest) ?? highest;
  const [from, to] = [normalQuantile(low), normalQuantile(high)];
  return {
    title,
    at: (rate) => (normalQuantile(rate) - from) / (to - from),
    ticks: ticks
      .filter((tick) => tick >= low && tick <= high)
      .map((value) => ({ value, label: formatPlain(100 * value, lang) })),
  };
}

/** A curve, dotted where too few errors carry it. */
export function firmCurve(places: readonly Pixel[], isFirm: readonly boolean[]): string[] {
  const only = (firm: boolean): (Pixel | null)[] =>
    // A step of the line is firm when both of its ends are; the end of one stroke begins the next.
    places.map((at, index) =>
      isFirm[index] === firm || (!firm && (isFirm[index - 1] === false || isFirm[index + 1] === false))
        ? at
        : null,
    );
  return [
    curve("p-thin", only(false), { stroke: role.quiet, width: 1.75, dash: "2 3" }),
    curve("p-curve", only(true)),
  ];
}

/** Where 30 errors of each kind lie; a limit outside of the picture is not drawn. */
export function limitLines(plot: Plot, across: number, up: number) {
  const { left, right, top, bottom } = plot.area;
  const x = hasPlace(across) ? plot.across(across) : Infinity;
  const y = hasPlace(up) ? plot.up(up) : -Infinity;
  const lines = [
    ...(x >= left && x <= right ? [[{ x, y: top }, { x, y: bottom }]] : []),
    ...(y >= top && y <= bottom ? [[{ x: left, y }, { x: right, y }]] : []),
  ]; // prettier-ignore
  const marks = lines.map(
    ([from, to]) =>
      `<path class="p-limit" fill="none" stroke="${role.edge}" stroke-dasharray="4 4" d="M${coordinate(from?.x ?? 0)} ${coordinate(from?.y ?? 0)}L${coordinate(to?.x ?? 0)} ${coordinate(to?.y ?? 0)}"/>`,
  );
  return { lines, marks };
}
