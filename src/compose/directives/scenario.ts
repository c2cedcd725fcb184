import type { BlockContent } from "mdast";

import type { BlockNode } from "../../model/document.js";
import type { Chart } from "../../model/chart.js";
import type { Inline } from "../../model/inline.js";
import { plainText } from "../../phrasing/inline.js";
import { sameDataSentence, scenarioAt } from "../../scenario/scenario-at.js";
import { settingGrid } from "../../scenario/setting-grid.js";
import { settingOf } from "../../scenario/setting-of.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { scenarioDataOf } from "../scenario-data-of.js";

/**
 * What would happen at another threshold, base rate, cost, volume or capacity: today's policy in sentences and pictures
 * and five settings in a table, which sliders bring to life where a script may run. Once a page; `fold="yes"` folds it
 * under a line of its own, for a page that is read without it, and says nothing where there is nothing to show.
 */
export const scenario: Directive = {
  id: "scenario",
  forms: ["leaf"],
  attributes: ["fold"],
  values: { fold: ["yes", "no"] },
  inNotes: false,
  build: ({ attributes }, context) => {
    const { voice } = context;
    const data = scenarioDataOf(context);
    const isFolded = attributes.fold === "yes";
    if (isFolded && typeof data === "string") return [];
    if (data === "missing") return [paragraphOf([voice.say("scenario.missing")])];
    if (data === "withheld") return [paragraphOf([voice.say("scenario.withheld")])];
    if (context.scenarios.length > 0) return [];
    context.scenarios.push(data);
    const view = scenarioAt(data, settingOf(data), voice);
    const charts = [view.tradeOff].flatMap((chart) => (chart === null ? [] : [chart]));
    context.charts.push(...charts);
    const whole = blockOf("scenario", [
      blockOf(
        "say",
        [...view.sentences, view.work, view.money, view.breakEven].filter(isSaid).map(paragraph),
      ),
      blockOf(
        "scenario-charts",
        charts.map((chart: Chart) => ({ type: "chart", chart })),
      ),
      ...(view.criteria.length === 0
        ? []
        : [
            blockOf(
              "verdicts",
              view.criteria.map(({ words }) => paragraph(words)),
            ),
          ]),
      { type: "grid", grid: settingGrid(voice, data) },
      paragraph(sameDataSentence(voice, data)),
    ]);
    if (!isFolded) return [whole];
    return [{ ...blockOf("what-if", [whole]), label: plainText(voice.say("scenario.fold")) }];
  },
};

function isSaid(pieces: readonly Inline[]): boolean {
  return pieces.length > 0;
}

function paragraph(pieces: readonly Inline[]): BlockContent {
  return paragraphOf([pieces]);
}

function blockOf(name: string, children: BlockContent[]): BlockNode {
  return { type: "block", name, children };
}
