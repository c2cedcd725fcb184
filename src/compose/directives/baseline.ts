import { baselineSentences } from "../../phrasing/baseline-sentence.js";
import { baselineFactsOf } from "../baseline-facts.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";

/** The same cases without the model (`documents[].baseline`), or that nobody measured how it goes without it. */
export const baseline: Directive = {
  id: "baseline",
  forms: ["leaf"],
  attributes: [],
  inNotes: true,
  build: (_call, context) => [paragraphOf(baselineSentences(context.voice, baselineFactsOf(context)))],
};
