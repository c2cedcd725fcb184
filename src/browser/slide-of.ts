import type { Slide } from "./slide-picture.js";

/** What the page shows of a setting, as a slide takes it: read off the page, so that both say the same. */
export function slideOf(block: HTMLElement, foot: string): Slide {
  const textOf = (selector: string, within: ParentNode = block): string =>
    (within.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
  const all = (selector: string, within: ParentNode = block): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ];
  const sentences = all(".say p")
    .map((one) => one.textContent)
    .filter((one) => one !== "");
  const icons = block.querySelector(".icon-array");
  const chart = block.querySelector(".scenario-net") ?? block.querySelector(".scenario-trade-off");
  return {
    sentence: sentences[0] ?? "",
    second: sentences.slice(1, 3).join(" "),
    figures: all(".figures > .figure").map((figure) => ({
      number: textOf(".number", figure),
      label: textOf(".label", figure),
      basis: textOf(".basis", figure),
    })),
    array: icons?.querySelector<SVGSVGElement>(".picture svg") ?? null,
    counts:
      icons === null
        ? []
        : all(".key tbody tr", icons).map((row) => ({
            mark: row.querySelector(".mark")?.className.replace(/^mark mark-/, "") ?? null,
            count: textOf("th", row),
            words: textOf("td", row),
          })),
    chart: chart?.querySelector<SVGSVGElement>(".picture svg") ?? null,
    chartTitle: chart === null ? "" : textOf(".claim", chart),
    foot,
  };
}
