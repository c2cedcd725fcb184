import type { PhrasingContent } from "mdast";

import type { Estimate } from "../model/assessment.js";
import { formatCount } from "../phrasing/format-number.js";
import type { DocumentContext } from "./context.js";
import { headlineRefs } from "./headline-estimates.js";
import { inlineNodes, textNodes } from "./inline-nodes.js";
import { findEstimate } from "./resolve.js";

/** The estimates behind the numbers at the top of a page, in their order and each once. */
export function basisEstimates(context: DocumentContext): Estimate[] {
  const found = headlineRefs(context).flatMap(({ ref }) => findEstimate(ref, context) ?? []);
  return [...new Set(found)].filter(({ value }) => value !== null);
}

/** Name of the row that a number at the top rests on; what is linked to gets a prefix when the page is cleaned. */
export function basisAnchor(place: number): string {
  return `basis-${place + 1}`;
}

/** From a number at the top down to its row of evidence on the same page; nothing on a page without such rows. */
export function basisLink(context: DocumentContext, id: string): PhrasingContent[] {
  const { document, materials, voice } = context;
  const place = basisEstimates(context).findIndex((estimate) => estimate.id === id);
  if (place < 0 || materials.documents[document.kind]?.source.includes("::basis") !== true) return [];
  return [
    ...textNodes(" "),
    {
      type: "link",
      url: `#user-content-${basisAnchor(place)}`,
      children: inlineNodes(voice.say("basis.link", { n: formatCount(place + 1, voice.lang) })),
    },
  ];
}
