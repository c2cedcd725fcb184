import type { Audience, DocumentPlan } from "../model/plan.js";
import type { SettingFact } from "../model/disclosure-plan.js";
import { maySee } from "./may-see.js";

/**
 * The plan of a document as an edition may know it. A case is somebody's: outside the house it loses its name, what it
 * earns and loses, what the policy allows, and what would tip the answer, which tells how to get another one. What
 * failed, and what it cost, is told to nobody outside; nor is what is weighed in a choice, with its contracts and costs.
 */
export function documentFor(
  whole: DocumentPlan,
  audience: Audience,
  held: readonly SettingFact[] = [],
): DocumentPlan {
  const document = withoutOptions(whole, held);
  if (maySee(audience, "executive")) return document;
  const told = { ...document };
  delete told.incident;
  delete told.premortem;
  delete told.memo;
  delete told.protocol;
  if (document.case === undefined) return told;
  const { score, slice } = document.case;
  return { ...told, case: { score, ...(slice === undefined ? {} : { slice }) } };
}

/** The plan of a document without options, where their cut-offs or their costs are held. */
export function withoutOptions(document: DocumentPlan, held: readonly SettingFact[]): DocumentPlan {
  if (!held.includes("cut-off") && !held.includes("costs")) return document;
  const told = { ...document };
  delete told.options;
  return told;
}
