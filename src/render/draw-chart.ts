import type { Chart, Picture } from "../model/chart.js";
import { showInvisible } from "../visible-text.js";

/** A panel's picture made ready for the page: described, scalable, with ids of its own. */
export function panelSvg(chart: Chart, index: number, picture: Picture, svg: string): string {
  const several = chart.panels.length > 1;
  return prepare(
    svg,
    picture,
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
  "text{font-family:'Source Sans 3','Segoe UI',system-ui,sans-serif}" +
  ".t-count{font-family:'Source Serif 4',Georgia,serif;font-size:17px;font-weight:600}.t-label{font-size:13px;fill:#484e56}" +
  ":where(.icons,.tree) path{fill:none;stroke-linecap:round}.hair{stroke:#dcd8cd}" +
  ".m-caught{stroke:#1c6698;stroke-width:11}.m-missed{fill:#b24806}.m-false-alarm{stroke:#b24806;stroke-width:2}.m-left-alone{stroke:#858780;stroke-width:4}" +
  ".icons .m-false-alarm{stroke-width:11.6}.m-hole{stroke:#fff;stroke-width:7.6}" +
  ".icons-many .m-caught{stroke-width:6}.icons-many .m-false-alarm{stroke-width:6.1}.icons-many .m-hole{stroke-width:3.5}.icons-many .m-left-alone{stroke-width:2.4}";

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
  // Names in a drawing are an author's too.
  return showInvisible(
    `<svg xmlns="http://www.w3.org/2000/svg" class="${classes}" viewBox="${box}" width="${wide}" height="${high}" role="img" aria-label="${escapeAttribute(alt)}">${inner}</svg>`,
  );
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
