import { refFromText } from "../../model/estimate-ref.js";
import { suggestName } from "../../model/nearest-name.js";
import { formatCount } from "../../phrasing/format-number.js";
import { stopName } from "../../phrasing/confidence-words.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";

/**
 * The stop of a claim in a sentence: `:stop{claim="recall@all"}`, `:stop{claim="disruption"}` for one of the plan. It
 * reads "partly supported (3 of 5)": a word for how sure we are stands with its number, as any other does.
 */
export const stop: Directive = {
  id: "stop",
  forms: ["text"],
  attributes: ["claim"],
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const { voice, assessment, evaluation } = context;
    const asked = attributes.claim ?? "";
    const ref = refFromText(asked);
    const ids = [`claim:${asked}`, asked, ref, `${evaluation.id}/${ref}`];
    const found = ids.flatMap((id) => assessment.confidence.find(({ claim }) => claim === id) ?? [])[0];
    if (found === undefined) {
      const known = assessment.confidence.map(({ claim }) => claim.replace(/^claim:/, ""));
      context.report({
        code: "dangling-reference",
        severity: "error",
        place,
        text: `There is no claim "${asked}".`,
        hint: suggestName(asked, known),
      });
      return missingNodes(asked, form, context);
    }
    const name = stopName(voice, found);
    return inlineNodes(
      found.c === null
        ? name
        : voice.say("confidence.named", { stop: name, c: formatCount(found.c, voice.lang) }),
    );
  },
};
