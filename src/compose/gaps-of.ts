import { lenses } from "../model/lenses-plan.js";
import type { DocumentContext } from "./context.js";

type Facts = Pick<DocumentContext, "document" | "assessment" | "evaluation" | "voice">;

/** Facts a kind of document needs before it may be published, and how to see whether they are there. */
const given: Readonly<Record<string, (context: Facts) => boolean>> = {
  "decision-ask": ({ document }) => document.decision?.ask !== undefined,
  "decision-owner": ({ document }) => document.decision?.owner !== undefined,
  "decision-by": ({ document }) => document.decision?.by !== undefined,
  "base-rate": ({ assessment }) => assessment.deployment.base_rate !== null,
  threshold: ({ assessment, evaluation }) =>
    assessment.held.includes("cut-off") ||
    evaluation.threshold !== null ||
    evaluation.basis !== "rows" ||
    evaluation.score === null,
  words: ({ assessment }) => assessment.words.given,
  "intended-use": ({ assessment }) => (assessment.use.intended ?? []).length > 0,
  "out-of-scope": ({ assessment }) => (assessment.use.out_of_scope ?? []).length > 0,
  "incident-detected": ({ document }) => document.incident?.detected !== undefined,
  "incident-reach": ({ document: { incident } }) =>
    [incident?.affected, incident?.checked, incident?.not_checked].some((list) => (list ?? []).length > 0),
  "incident-actions": ({ document }) => (document.actions ?? []).length > 0,
  "incident-update": ({ document }) => document.incident?.next_update !== undefined,
  ...Object.fromEntries(
    (
      [
        "triggers",
        "levels",
        "authority",
        "fallback",
        "clock",
        "cases",
        "log",
        "communication",
        "exit",
        "review",
      ] as const
    ).map((key) => [`protocol-${key}`, ({ document }: Facts) => document.protocol?.[key] !== undefined]),
  ),
  owner: ({ document }) => document.owner !== undefined,
  "case-limits": (context) => isHeld(context) || (context.document.case?.limits ?? []).length > 0,
  "case-unseen": (context) => isHeld(context) || (context.document.case?.unseen ?? []).length > 0,
  "case-tips": (context) => isHeld(context) || (context.document.case?.tips ?? []).length > 0,
  "lens-questions": ({ document }) => lenses.every((lens) => document.lenses?.[lens] !== undefined),
  "options-recommended": ({ document }) => (document.options ?? []).some(({ ask }) => ask === true),
  "options-neither": ({ document }) => (document.options ?? []).some(({ model }) => model === undefined),
  "memo-criteria": (context) => isHeld(context) || (context.document.memo?.criteria ?? []).length > 0,
  "memo-exit": (context) => isHeld(context) || context.document.memo?.exit !== undefined,
  "memo-reverses": (context) => isHeld(context) || (context.document.memo?.reverses ?? []).length > 0,
  "memo-wrong": (context) => isHeld(context) || isWeighedEachWay(context),
  "criteria-owners": (context) =>
    isHeld(context) || context.assessment.criteria.every(({ owner }) => owner !== null),
  "may-accept": (context) =>
    isHeld(context) ||
    context.assessment.acceptance !== null ||
    context.assessment.release?.open.length === 0,
  "limitation-owners": ({ assessment }) => assessment.limitations.every(({ owner }) => owner !== undefined),
};

/** True where being wrong about every model that could be picked has been thought through. */
function isWeighedEachWay({ document: { options = [], memo } }: Facts): boolean {
  const told = (memo?.wrong ?? []).map(({ option }) => option);
  return options.every(({ id, model }) => model === undefined || told.includes(id));
}

/** True for an edition that may not know what is decided by and could not be asked for it. */
function isHeld({ voice }: Facts): boolean {
  return voice.audience === "customer" || voice.audience === "public";
}

/** Needs of the document's kind that are not met, in the order the template lists them. */
export function gapsOf(context: Facts & Pick<DocumentContext, "materials">): string[] {
  const needs = context.materials.documents[context.document.kind]?.needs ?? [];
  return needs.filter((need) => given[need]?.(context) !== true);
}
