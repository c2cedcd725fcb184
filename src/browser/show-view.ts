import type { Drawings } from "../markup/drawings.js";
import { scenarioElements } from "../markup/scenario-elements.js";
import type { ScenarioParts } from "../model/scenario-parts.js";
import { morph } from "./morph.js";
import { nodesOf } from "./nodes-of.js";

/** Brings what the page shows of a setting to another one, touching only what differs. */
export function showView(block: HTMLElement, parts: ScenarioParts): void {
  const drawings: Drawings = { charts: [], strips: [] };
  const wanted = nodesOf(scenarioElements(parts, drawings), drawings);
  let before: Element | null = block.querySelector(".steer");
  for (const node of wanted) {
    if (!(node instanceof Element)) continue;
    const shown: Element | null = block.querySelector(`.${node.classList[0] ?? ""}`);
    if (shown !== null) morph(shown, node);
    // Under a fold the file holds the words alone.
    else before?.after(node);
    if (shown?.parentElement === block || shown === null) before = shown ?? node;
  }
}
