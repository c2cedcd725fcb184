import type { Element } from "hast";

import type { Inline } from "../model/inline.js";
import type { ScenarioParts } from "../model/scenario-parts.js";
import { chartElement } from "./chart-element.js";
import type { Drawings } from "./drawings.js";
import { element } from "./element.js";
import { inlineElements } from "./inline-elements.js";

/** What a page shows of one setting of the sliders as HTML; its pictures stay place holders. */
export function scenarioElements(
  { say, figures, charts, verdicts }: ScenarioParts,
  drawings: Drawings,
): Element[] {
  const block = (name: string, children: Element[]): Element =>
    element("div", { className: [name] }, children);
  const paragraph = (pieces: readonly Inline[]): Element => element("p", {}, inlineElements(pieces));
  return [
    block("say", say.map(paragraph)),
    block(
      "figures",
      figures.map(({ number, label, basis }) =>
        block("figure", [
          block("number", [paragraph(number)]),
          block("label", [paragraph(label)]),
          ...(basis.length === 0 ? [] : [block("basis", [paragraph(basis)])]),
        ]),
      ),
    ),
    block(
      "scenario-charts",
      charts.map((column) =>
        block(
          "column",
          column.map((chart) => chartElement(chart, drawings)),
        ),
      ),
    ),
    ...(verdicts.length === 0
      ? []
      : [
          block("verdicts", [
            element(
              "ul",
              {},
              verdicts.map((pieces) => element("li", {}, inlineElements(pieces))),
            ),
          ]),
        ]),
  ];
}
