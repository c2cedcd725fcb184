import { spectrum as figure } from "../../charts/spectrum.js";
import { isOutside } from "../attack-details.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { chartContext } from "./chart.js";

/**
 * How sure we are, as a figure: each claim of the page at its stop, with its reasons and what would move it. It stands
 * under a heading that says so, and the key tells each stop in words: no title, no note.
 */
export const spectrum: Directive = {
  id: "spectrum",
  forms: ["leaf"],
  attributes: [],
  inNotes: true,
  build: (_call, context) => {
    const drawn = figure.draw(chartContext(context), { of: null, against: null });
    // No heading stands alone: of claims that were judged and are not told, that is said.
    if (drawn === null)
      return [paragraphOf([context.voice.say(isOutside(context) ? "held.claims" : figure.missing)])];
    const chart = { ...drawn, title: [], note: [] };
    context.charts.push(chart);
    return [{ type: "chart", chart }];
  },
};
