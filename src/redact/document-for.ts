import type { Audience, DocumentPlan } from "../model/plan.js";
import { maySee } from "./may-see.js";

/**
 * The plan of a document as an edition may know it. A case is somebody's: outside the house it loses its name, what it
 * earns and loses, what the policy allows, and what would tip the answer, which tells how to get another one.
 */
export function documentFor(document: DocumentPlan, audience: Audience): DocumentPlan {
  if (document.case === undefined || maySee(audience, "executive")) return document;
  const { score, slice } = document.case;
  return { ...document, case: { score, ...(slice === undefined ? {} : { slice }) } };
}
