import type { RootContent } from "mdast";

import { bulletList, paragraphList } from "../bullet-list.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { moneyRange } from "../incident-cost.js";
import { incidentOf, type Incident } from "../incident-of.js";
import {
  cause,
  detection,
  impact,
  mended,
  reach,
  rule,
  situation,
  update,
  type IncidentPart,
} from "../incident-sentences.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";
import { planText } from "../plan-text.js";

const parts: Readonly<Record<string, IncidentPart>> = {
  impact,
  situation,
  detection,
  cause,
  reach,
  rule,
  update,
  mended,
};

/**
 * What was counted of an incident: `::incident{part="impact"}` as a paragraph of its own, and in a sentence of the
 * author `:incident{part="cost"}` for the money so far, `:incident{part="over"}` for what was too much.
 */
export const incident: Directive = {
  id: "incident",
  forms: ["leaf", "text"],
  attributes: ["part"],
  values: { part: [...Object.keys(parts), "task", "not-known", "cost", "over", "under"] },
  inNotes: true,
  build: (call, context) => {
    const found = incidentOf(context);
    const part = call.attributes.part ?? "impact";
    if (found === null) return missingNodes(`incident ${part}`, call.form, context);
    return call.form === "text" ? amountNodes(call, context, found, part) : partNodes(context, found, part);
  },
};

function amountNodes(
  { form }: DirectiveCall,
  context: DocumentContext,
  { facts, sums, amount }: Incident,
  part: string,
): readonly RootContent[] {
  const after = sums("after");
  if (part === "cost" && facts.cost !== null) return inlineNodes(moneyRange(context, "cost", facts.cost));
  if (part === "over" && after !== undefined) return inlineNodes([amount("after/over", after.over)]);
  if (part === "under" && after !== undefined) return inlineNodes([amount("after/under", after.under)]);
  return missingNodes(`incident ${part}`, form, context);
}

function partNodes(context: DocumentContext, found: Incident, part: string): readonly RootContent[] {
  const key = `documents.${context.index}.incident`;
  if (part === "task") return planText(context, `${key}.task`);
  if (part === "not-known")
    return paragraphList(
      (found.plan.not_known ?? []).map((_, place) => planText(context, `${key}.not_known.${place}`)),
    );
  const told = parts[part]?.(context, found) ?? [];
  // Where it was seen, looked for and not looked for are three things to find at a glance.
  if (part === "reach") return bulletList(told);
  const own = part === "situation" ? planText(context, `${key}.situation`) : [];
  return told.length === 0 ? own : [...own, paragraphOf(told)];
}
