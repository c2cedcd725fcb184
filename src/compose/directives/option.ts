import type { Scenario } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { suggestName } from "../../model/nearest-name.js";
import { counted } from "../../phrasing/counted.js";
import { formatMoney, formatThreshold } from "../../phrasing/format-number.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";

const parts: Readonly<Record<string, (option: Scenario, current: Scenario | undefined) => number | null>> = {
  flagged: ({ tp, fp }) => tp + fp,
  caught: ({ tp }) => tp,
  missed: ({ fn }) => fn,
  "false-alarms": ({ fp }) => fp,
  total: ({ total }) => total,
  threshold: ({ threshold }) => threshold,
  "extra-flagged": (option, current) =>
    current === undefined ? null : option.tp + option.fp - current.tp - current.fp,
  "extra-caught": (option, current) => (current === undefined ? null : option.tp - current.tp),
  net: ({ net }) => net?.value ?? null,
  "net-low": ({ net }) => net?.low ?? null,
  "net-high": ({ net }) => net?.high ?? null,
};
const money = new Set(["net", "net-low", "net-high", "extra-cost"]);

/**
 * A number of one of the document's options: `:option{id="lower" part="extra-flagged"}`. `extra-` compares with
 * the option in use; `extra-cost` is what the extra actions cost.
 */
export const option: Directive = {
  id: "option",
  forms: ["text"],
  attributes: ["id", "part"],
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const own = context.assessment.scenarios.filter(({ document }) => document === context.index);
    const chosen = own.find(({ id }) => id === attributes.id);
    const part = attributes.part ?? "flagged";
    const { held } = context.assessment;
    // No mistake of the author: this edition does not tell options.
    if (own.length === 0 && held.length > 0) return inlineNodes(context.voice.say("stamp.option-held"));
    if (chosen === undefined || (parts[part] === undefined && part !== "extra-cost")) {
      const known = chosen === undefined ? own.map(({ id }) => id) : [...Object.keys(parts), "extra-cost"];
      const wrong = chosen === undefined ? (attributes.id ?? "") : part;
      context.report({
        code: "dangling-reference",
        severity: "error",
        place,
        text: `There is no ${chosen === undefined ? "option" : "part"} "${wrong}".`,
        hint: suggestName(wrong, known),
      });
      return missingNodes(wrong, form, context);
    }
    const current = own.find((other) => other.current);
    const value =
      part === "extra-cost"
        ? extraCost(chosen, current, context.assessment.costs?.action?.value ?? null)
        : (parts[part]?.(chosen, current) ?? null);
    if (value === null) return missingNodes(`${chosen.id} ${part}`, form, context);
    const ref = `option:${chosen.id}`;
    const { voice } = context;
    if (money.has(part)) {
      const datum: Inline = {
        type: "datum",
        ref,
        part: "value",
        value: Number(value.toPrecision(2)),
        text: formatMoney(value, context.assessment.costs?.currency ?? "EUR", voice.lang),
      };
      return inlineNodes([datum]);
    }
    if (part === "threshold")
      return inlineNodes([
        { type: "datum", ref, part: "value", value, text: formatThreshold(value, voice.lang) },
      ]);
    return inlineNodes([counted(voice, ref, "n", Math.round(value))]);
  },
};

function extraCost(chosen: Scenario, current: Scenario | undefined, action: number | null): number | null {
  if (current === undefined || action === null) return null;
  return (chosen.tp + chosen.fp - current.tp - current.fp) * action;
}
