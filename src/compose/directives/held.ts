import { formatCount } from "../../phrasing/format-number.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";

/**
 * That this edition is not told all of a part, so that what is held is never read as missing: how many criteria about
 * attacks were judged and are not told, or that watching and stepping back are planned. Nothing where nothing is held.
 */
export const held: Directive = {
  id: "held",
  forms: ["leaf"],
  attributes: ["part"],
  values: { part: ["criteria", "operation"] },
  inNotes: false,
  build: ({ attributes }, { voice, assessment }) => {
    const { criteria_held: count, operation_held: isHeld, criteria } = assessment;
    if (attributes.part === "operation") return isHeld ? [paragraphOf([voice.say("held.operation")])] : [];
    if (count === 0) return [];
    const slots = { n: formatCount(count, voice.lang), count, others: criteria.length === 0 ? "no" : "yes" };
    return [paragraphOf([voice.say("held.criteria", slots)])];
  },
};
