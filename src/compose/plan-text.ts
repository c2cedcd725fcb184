import type { PhrasingContent, RootContent } from "mdast";

import { lenses } from "../model/lenses-plan.js";
import { authorText, sourceAt } from "./author-text.js";
import type { DocumentContext } from "./context.js";

/** A text of the plan that may hold directives, as nodes; empty when the plan does not give it. */
export function planText(context: DocumentContext, key: string): RootContent[] {
  return authorText(context, `plan:${key}`, sourceAt(context, key, "forthright.yaml"));
}

/** The same for one line: paragraphs run into each other with a space. */
export function planLine(context: DocumentContext, key: string): PhrasingContent[] {
  const line = planText(context, key).flatMap((node, index): PhrasingContent[] => {
    const children = "children" in node ? (node.children as PhrasingContent[]) : [node as PhrasingContent];
    return index === 0 ? children : [{ type: "text", value: " " }, ...children];
  });
  if (context.author === null || line.length === 0) return line;
  return [{ type: "bdi", lang: context.author.voice.lang, children: line }];
}

/** Texts of a document's plan that may hold directives, by key. */
export function planTexts(
  document: DocumentContext["document"],
  index: number,
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const { decision, actions } = document;
  if (decision !== undefined) texts[`documents.${index}.decision.ask`] = decision.ask;
  if (decision?.so_what !== undefined) texts[`documents.${index}.decision.so_what`] = decision.so_what;
  for (const [place, action] of (actions ?? []).entries())
    texts[`documents.${index}.actions.${place}.do`] = action.do;
  for (const key of ["limits", "unseen", "tips"] as const)
    for (const [place, text] of (document.case?.[key] ?? []).entries())
      texts[`documents.${index}.case.${key}.${place}`] = text;
  const { incident } = document;
  for (const key of ["situation", "task"] as const) {
    const told = incident?.[key];
    if (told !== undefined) texts[`documents.${index}.incident.${key}`] = told;
  }
  for (const [place, open] of (incident?.not_known ?? []).entries())
    texts[`documents.${index}.incident.not_known.${place}`] = open;
  for (const lens of lenses) {
    const question = document.lenses?.[lens];
    if (question !== undefined) texts[`documents.${index}.lenses.${lens}`] = question;
  }
  const { memo } = document;
  for (const key of ["exit", "despite"] as const)
    if (memo?.[key] !== undefined) texts[`documents.${index}.memo.${key}`] = memo[key];
  for (const [place, text] of (memo?.reverses ?? []).entries())
    texts[`documents.${index}.memo.reverses.${place}`] = text;
  for (const [place, { cells }] of (memo?.criteria ?? []).entries())
    for (const [at, { says }] of (cells ?? []).entries())
      texts[`documents.${index}.memo.criteria.${place}.cells.${at}.says`] = says;
  for (const [place, { cost }] of (memo?.wrong ?? []).entries())
    texts[`documents.${index}.memo.wrong.${place}.cost`] = cost;
  return texts;
}
