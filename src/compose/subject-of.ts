import type { DocumentPlan } from "../model/plan.js";
import { sliceIdFromText } from "../model/slice-id.js";

/** The cases a document is about: the slice it compares, else all. */
export function subjectOf(document: DocumentPlan): string {
  return document.compare === undefined ? "all" : sliceIdFromText(document.compare);
}
