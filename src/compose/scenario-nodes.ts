import type { BlockContent } from "mdast";

import type { BlockNode } from "../model/document.js";
import type { Inline } from "../model/inline.js";
import type { ScenarioParts } from "../model/scenario-parts.js";
import { bulletList } from "./bullet-list.js";
import { inlineNodes } from "./inline-nodes.js";

/**
 * What a page shows of one setting as nodes of the document, so that its sentences are read by every rule. The sliders
 * write the same elements with `scenarioElements`.
 */
export function scenarioNodes({ say, figures, charts, verdicts }: ScenarioParts): BlockContent[] {
  const shown = charts.map((column) =>
    blockOf(
      "column",
      column.map((chart) => ({ type: "chart", chart })),
    ),
  );
  return [
    blockOf("say", say.map(paragraph)),
    ...(figures.length === 0 ? [] : [figuresOf(figures)]),
    ...(charts.length === 0 ? [] : [blockOf("scenario-charts", shown)]),
    ...(verdicts.length === 0 ? [] : [blockOf("verdicts", [...bulletList(verdicts)])]),
  ];
}

function figuresOf(figures: ScenarioParts["figures"]): BlockNode {
  return blockOf(
    "figures",
    figures.map(({ number, label, basis }) =>
      blockOf("figure", [
        blockOf("number", [paragraph(number)]),
        blockOf("label", [paragraph(label)]),
        ...(basis.length === 0 ? [] : [blockOf("basis", [paragraph(basis)])]),
      ]),
    ),
  );
}

function paragraph(pieces: readonly Inline[]) {
  return { type: "paragraph" as const, children: inlineNodes(pieces) };
}

function blockOf(name: string, children: BlockContent[]): BlockNode {
  return { type: "block", name, children };
}
