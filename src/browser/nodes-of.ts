import type { ElementContent } from "hast";

import type { Drawings } from "../markup/drawings.js";
import { showInvisible } from "../visible-text.js";
import { makeElement } from "./make-element.js";

/** Names of properties whose attribute is written otherwise. */
const attributeOf: Readonly<Record<string, string>> = {
  className: "class",
  dataRef: "data-ref",
  dataPart: "data-part",
  dataOf: "data-of",
  dataLabel: "data-label",
};

/** Elements of the page from their tree, as the renderer writes them into the file; drawings in their places. */
export function nodesOf(tree: readonly ElementContent[], drawings: Drawings): Node[] {
  return tree.flatMap((node): Node[] => {
    if (node.type === "text") return [document.createTextNode(node.value)];
    if (node.type !== "element") return [];
    const { dataPicture, dataStrip, ...properties } = node.properties;
    if (typeof dataStrip === "string") return drawn(drawings.strips[Number(dataStrip)] ?? "");
    const attributes = Object.entries(properties).map(([name, value]): [string, string] => [
      attributeOf[name] ?? name,
      Array.isArray(value) ? value.join(" ") : String(value),
    ]);
    const children =
      typeof dataPicture === "string" ? picture(dataPicture, drawings) : nodesOf(node.children, drawings);
    return [makeElement(node.tagName as "div", Object.fromEntries(attributes), children)];
  });
}

/** A picture by the number of its chart and of its panel, with what it shows in words. */
function picture(place: string, { charts }: Drawings): Node[] {
  const [chart, panel] = place.split("/").map(Number);
  const { panels = [], alt = "" } = charts[chart ?? -1] ?? {};
  const shown = panels[panel ?? -1]?.picture;
  if (shown?.type !== "svg") return [];
  const nodes = drawn(shown.svg);
  for (const node of nodes) {
    if (!(node instanceof SVGSVGElement)) continue;
    node.setAttribute("role", "img");
    node.setAttribute(
      "aria-label",
      showInvisible(panels.length > 1 ? `${alt} (${(panel ?? 0) + 1} of ${panels.length})` : alt),
    );
  }
  return nodes;
}

/** A drawing of ours from its text: letters of an author in it were made safe where it was drawn. */
function drawn(svg: string): Node[] {
  const holder = document.createElement("template");
  holder.innerHTML = showInvisible(svg);
  return [...holder.content.childNodes];
}
