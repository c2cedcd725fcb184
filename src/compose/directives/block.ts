import type { BlockContent } from "mdast";

import type { Directive } from "../directive.js";

/** Regions of the layout that a template may open. */
const names = [
  "lead",
  "figures",
  "columns",
  "column",
  "side",
  "stamp",
  "restriction",
  "intro",
  "ledger",
  "tight",
  "lenses",
  "lens-business",
  "lens-technical",
  "lens-risk",
  "card",
];

/** A region of the page: `:::block{name="columns"}`. */
export const block: Directive = {
  id: "block",
  forms: ["container"],
  attributes: ["name"],
  inNotes: false,
  build: ({ attributes, children }) => {
    const name = names.find((known) => known === attributes.name);
    if (name === undefined) throw new Error(`There is no block "${attributes.name ?? ""}" in the layout`);
    return children.length === 0 ? [] : [{ type: "block", name, children: children as BlockContent[] }];
  },
};
