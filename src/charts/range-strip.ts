import { coordinate } from "./svg.js";

/** One row of a chart that lives in a table: a mark with its range on the scale of its column. Fractions. */
export interface RangeStrip {
  /** Top of the scale, which begins at zero. */
  readonly top: number;
  /** The value; null leaves the scale empty. */
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** A dashed line across all rows: everyone, or what was promised. */
  readonly line?: number | undefined;
  readonly mark: "missed" | "false-alarm";
  /** True where the whole range is worse than everyone: the one thing that has a colour. */
  readonly weak?: boolean;
}

const end = 2;

/** A strip that stretches with its cell: percentages across, pixels down. */
export function rangeStrip({ top, value, low, high, line, mark, weak = false }: RangeStrip): string {
  const at = (share: number): string =>
    `${coordinate(end + ((100 - 2 * end) * Math.min(share, top)) / top)}%`;
  const tone = weak ? " s-weak" : "";
  const shape = mark === "missed" ? '<path d="M0 4l6 6-6 6-6-6z"/>' : '<circle cx="0" cy="10" r="4.5"/>';
  const parts = [
    `<line class="s-base" x1="${end}%" x2="${100 - end}%" y1="10" y2="10"/>`,
    line === undefined ? "" : `<line class="s-everyone" x1="${at(line)}" x2="${at(line)}" y1="0" y2="20"/>`,
    value === null || low === undefined || high === undefined
      ? ""
      : `<line class="s-range${tone}" x1="${at(low)}" x2="${at(high)}" y1="10" y2="10"/>`,
    value === null
      ? ""
      : `<svg class="s-mark s-${mark}${tone}" x="${at(value)}" overflow="visible" width="1" height="20">${shape}</svg>`,
  ];
  return `<svg class="strip" height="20" width="100%" aria-hidden="true">${parts.join("")}</svg>`;
}
