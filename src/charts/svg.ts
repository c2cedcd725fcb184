/** Coordinates as short as they can be written; two decimals are finer than any screen. */
export function coordinate(value: number): string {
  // Most are whole, and the sliders write thousands of them on every frame.
  return String(Number.isInteger(value) ? value : Number(value.toFixed(2)));
}

/** Text inside an SVG: letters only, whatever the data holds. */
export function svgText(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
