import type { BlockContent } from "mdast";

import type { BlockNode } from "../../model/document.js";
import type { Chart } from "../../model/chart.js";
import { plainText } from "../../phrasing/inline.js";
import { netChart } from "../../scenario/net-chart.js";
import { partsAt } from "../../scenario/parts-at.js";
import { sameDataSentence, scenarioAt } from "../../scenario/scenario-at.js";
import { settingGrid } from "../../scenario/setting-grid.js";
import { settingOf } from "../../scenario/setting-of.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { scenarioDataOf } from "../scenario-data-of.js";
import { scenarioNodes } from "../scenario-nodes.js";

/**
 * What would happen at another threshold, base rate, cost, volume or capacity: today's policy in sentences and pictures
 * and five settings in a table, which sliders bring to life where a script may run. Once a page.
 *
 * `fold="yes"` folds it under a line of its own, for a page that is read without it and has told today's policy already:
 * then the file holds only what that page lacks, the sliders draw the numbers and pictures, and nothing stands there
 * where there is nothing to weigh.
 */
export const scenario: Directive = {
  id: "scenario",
  forms: ["leaf"],
  attributes: ["fold"],
  values: { fold: ["yes", "no"] },
  inNotes: false,
  build: ({ attributes }, context) => {
    const { voice } = context;
    const isFolded = attributes.fold === "yes";
    const data = scenarioDataOf(context, !isFolded);
    if (typeof data === "string")
      return isFolded
        ? []
        : [paragraphOf([voice.say(data === "missing" ? "scenario.missing" : "scenario.withheld")])];
    if (context.scenarios.length > 0) return [];
    context.scenarios.push(data);
    const view = scenarioAt(data, settingOf(data), voice);
    const parts = partsAt(voice, data, view, isFolded ? [] : [netChart]);
    const shown = isFolded ? { ...parts, figures: [], charts: [] } : parts;
    const whole = blockOf("scenario", [
      ...scenarioNodes({ ...shown, charts: shown.charts.map((column) => numbered(column, context)) }),
      { type: "grid", grid: settingGrid(voice, data) },
      blockOf("basis", [paragraphOf([sameDataSentence(voice, data)])]),
    ]);
    if (!isFolded) return [whole];
    return [{ ...blockOf("what-if", [whole]), label: plainText(voice.say("scenario.fold")) }];
  },
};

/** Charts that the page names and writes out like any other of its charts. */
function numbered(charts: readonly Chart[], { charts: known }: DocumentContext): Chart[] {
  return charts.map((chart) => {
    const twin = known.filter(({ kind }) => kind === chart.kind).length;
    const own = twin === 0 ? chart : { ...chart, id: `${chart.id}-${twin + 1}` };
    known.push(own);
    return own;
  });
}

function blockOf(name: string, children: BlockContent[]): BlockNode {
  return { type: "block", name, children };
}
