import { textSize } from "./text-width.js";

/**
 * One look for every Vega-Lite chart: 340 units wide, so that its text needs no second version for a phone.
 *
 * Colours are roles of the page (CSS variables) with the light value as fallback, so that dark mode and print
 * need no second picture.
 */
export const role = {
  ink: "var(--ink, #1b1d20)",
  quiet: "var(--ink-2, #484e56)",
  edge: "var(--edge, #858780)",
  rule: "var(--rule, #dcd8cd)",
  accent: "var(--accent, #7b2350)",
  right: "var(--right, #1c6698)",
  wrong: "var(--wrong, #b24806)",
  rightWash: "var(--right-wash, #dfeaf2)",
  wrongWash: "var(--wrong-wash, #f8e6d9)",
  paper: "var(--paper, #fcfbf8)",
} as const;

export const chartWidth = 340;
export const fontSize = textSize;

const font = "Source Sans 3, Segoe UI, system-ui, sans-serif";

/** Parts every specification shares. */
export function themed(
  spec: Readonly<Record<string, unknown>>,
  height: number,
): Readonly<Record<string, unknown>> {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: chartWidth - 48,
    height,
    padding: { left: 2, right: 8, top: 4, bottom: 5 },
    background: null,
    config: {
      font,
      view: { stroke: null },
      axis: {
        domain: false,
        ticks: false,
        grid: true,
        gridColor: role.rule,
        gridWidth: 1,
        labelColor: role.quiet,
        labelFontSize: fontSize,
        labelPadding: 6,
        titleColor: role.quiet,
        titleFontSize: fontSize,
        titleFontWeight: "normal",
      },
      axisX: {
        grid: false,
        labelFlush: false,
        labelPadding: 10,
        titlePadding: 8,
        domain: true,
        domainColor: role.edge,
      },
      axisY: { titleAngle: 0, titleAlign: "left", titleAnchor: "end", titleX: -36, titleY: -12 },
      text: { font, fontSize, color: role.ink },
      rule: { color: role.edge },
    },
    ...spec,
  };
}
