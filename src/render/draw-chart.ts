import type { Chart, Picture } from "../model/chart.js";
import type { DrawVega } from "./draw-vega.js";

/** A drawn panel: SVG for the page, with role and description. */
export async function drawPanel(chart: Chart, index: number, draw: DrawVega): Promise<string> {
  const panel = chart.panels[index];
  if (panel === undefined) return "";
  const svg = panel.picture.type === "svg" ? panel.picture.svg : await draw(panel.picture.spec);
  const several = chart.panels.length > 1;
  return prepare(
    svg,
    panel.picture,
    several ? `${chart.alt} (${index + 1} of ${chart.panels.length})` : chart.alt,
    `${chart.id}-${index}`,
  );
}

/** The picture as a file of its own, readable without the page: colours and faces are inside. */
export function standaloneSvg(svg: string): string {
  const style = `<style>${standaloneStyle}</style>`;
  return `${svg.replace(/^(<svg[^>]*>)/, `$1${style}`)}\n`;
}

const standaloneStyle =
  "text{font-family:'Source Sans 3','Segoe UI',system-ui,sans-serif;fill:#1b1d20}" +
  ".t-count{font-family:'Source Serif 4',Georgia,serif;font-size:17px;font-weight:600}.t-label{font-size:12.5px;fill:#484e56}" +
  "path{fill:none;stroke-linecap:round}.hair{stroke:#dcd8cd}" +
  ".m-caught{stroke:#1c6698;stroke-width:11}.m-missed{fill:#b24806}.m-false-alarm{stroke:#b24806;stroke-width:2}.m-left-alone{stroke:#858780;stroke-width:4}" +
  ".icons-many .m-caught{stroke-width:6}.icons-many .m-false-alarm{stroke-width:1.3}.icons-many .m-left-alone{stroke-width:2.4}";

/** One way for every picture: a described image that scales with its column, with ids of its own. */
function prepare(svg: string, { width, height }: Picture, alt: string, prefix: string): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/ (aria-[a-z]+|role)="[^"]*"/g, "")
    .replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`);
  const open = /^<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const box = /viewBox="([^"]+)"/.exec(open)?.[1] ?? `0 0 ${width} ${height}`;
  const classes = /class="([^"]+)"/.exec(open)?.[1] ?? "vega";
  const [, , wide = width, high = height] = box.split(" ").map(Number);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${classes}" viewBox="${box}" width="${wide}" height="${high}" role="img" aria-label="${escapeAttribute(alt)}">${inner}</svg>`;
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
