import type { ScenarioData } from "../model/scenario-data.js";
import { nounSlots } from "../phrasing/noun-slots.js";
import { createPackedSay } from "../phrasing/say-packed.js";
import type { Voice } from "../phrasing/voice.js";

/** The voice of the document around the sliders, from what the page carries. */
export function voiceOf(data: ScenarioData): Voice {
  const { lang, audience, words, outOf, costs, worthwhile, phrases } = data;
  return {
    say: createPackedSay(phrases, lang, nounSlots(words)),
    knows: (id) => id in phrases,
    lang,
    audience,
    words,
    currency: costs?.currency ?? null,
    worthwhile,
    outOf,
    totalOf: ({ of }) => outOf[of],
    taskOf: () => data.evaluation.task,
    partName: () => null,
    estimate: () => undefined,
  };
}
