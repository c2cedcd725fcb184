import { frequencyFacts } from "../../charts/frequency-facts.js";
import { frequencySentences } from "../../phrasing/frequency-sentences.js";
import type { Task } from "../../model/plan.js";
import { rateSentence } from "../../phrasing/rate-sentence.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { estimateAt, resolveSlice } from "../resolve.js";

/** Errors to tell of evidence whose two kinds of error have names of their own. */
const errorsOf: Partial<Record<Task, readonly string[]>> = { verification: ["fnmr", "fmr"] };

/**
 * The whole confusion table in nested counts at the stated base rate. Without one: the two error rates each on
 * its own class, and that the share of the flagged that is right cannot be said.
 */
export const frequency: Directive = {
  id: "frequency",
  forms: ["leaf"],
  attributes: ["of"],
  inNotes: true,
  build: ({ attributes, place }, context) => {
    const slice = resolveSlice(attributes.of, context, place);
    if (slice === undefined) return [];
    const { voice } = context;
    const own = errorsOf[context.evaluation.task];
    if (own !== undefined) {
      const told = own.flatMap((metric) => estimateAt(context, metric, slice?.id ?? "all") ?? []);
      const sentences = told.map((estimate) => rateSentence(voice, estimate));
      return sentences.some(({ length }) => length > 0) ? [paragraphOf(sentences)] : [];
    }
    const facts = frequencyFacts({ estimate: (metric, id) => estimateAt(context, metric, id) }, slice);
    const told = facts === null ? [] : frequencySentences(voice, facts);
    if (told.length > 0) return [paragraphOf(told)];
    const id = slice?.id ?? "all";
    const rates = ["recall", "false-alarms"].flatMap((metric) => {
      const estimate = estimateAt(context, metric, id);
      return estimate === undefined ? [] : [rateSentence(voice, estimate)];
    });
    const reasons = ["recall", "false-alarms"].map((metric) => estimateAt(context, metric, id)?.reason);
    const absent = reasons.includes("no-positives")
      ? voice.words.positive[1]
      : reasons.includes("no-negatives")
        ? voice.words.negative[1]
        : null;
    const why =
      absent !== null
        ? "frequency.one-class"
        : estimateAt(context, "recall", id)?.value == null
          ? "frequency.no-decision"
          : "frequency.no-base-rate";
    return [
      paragraphOf([
        ...rates,
        voice.say(why, {
          absent: absent ?? "",
          flagged: voice.words.flagged,
          positives: voice.words.positive[1],
          cases: voice.words.case[1],
        }),
      ]),
    ];
  },
};
