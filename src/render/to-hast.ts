import type { Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { toHast, type State } from "mdast-util-to-hast";

import { chartElement } from "../markup/chart-element.js";
import type { Drawings } from "../markup/drawings.js";
import { element } from "../markup/element.js";
import { gridElement } from "../markup/grid-element.js";
import { datumElement } from "../markup/inline-elements.js";
import type { BdiNode, BlockNode, ChartNode, DatumNode, GridNode } from "../model/document.js";

/** Elements a block of the layout becomes; every other is a `div`. */
const blockElements: Readonly<Record<string, string>> = {
  masthead: "header",
  stamp: "footer",
  record: "section",
  gaps: "section",
  restriction: "section",
  questions: "details",
  annex: "details",
  "what-if": "details",
};

/**
 * The document tree as an HTML tree. Charts and strips stay place holders: they are drawn, trusted, and come
 * in only after everything else went through the sanitiser.
 */
export function documentToHast(tree: Root): { readonly hast: HastRoot; readonly drawings: Drawings } {
  const drawings: Drawings = { charts: [], strips: [] };
  const hast = toHast(tree, {
    handlers: {
      datum: (_state: State, node: DatumNode) => datumElement(node.datum),
      bdi: (state: State, node: BdiNode) =>
        element("bdi", node.lang === undefined ? {} : { lang: node.lang }, state.all(node)),
      grid: (_state: State, node: GridNode) => gridElement(node.grid, drawings),
      chart: (_state: State, node: ChartNode) => chartElement(node.chart, drawings),
      block: (state: State, node: BlockNode) => {
        const name = blockElements[node.name] ?? "div";
        // Folded on the screen under its label.
        const summary = element("summary", {}, [{ type: "text", value: node.label ?? "" }]);
        const children = name === "details" ? [summary, ...state.all(node)] : state.all(node);
        return element(name, { className: [node.name] }, children);
      },
    },
  });
  return {
    hast: hast.type === "root" ? hast : { type: "root", children: [hast] },
    drawings,
  };
}
