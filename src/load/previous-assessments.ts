import { UserError } from "../errors.js";
import { assessmentSchema, type Assessment } from "../model/assessment.js";
import type { Plan } from "../model/plan.js";
import { findProjectFile } from "./project-file.js";
import { readText } from "./read-text.js";

/** Largest saved Assessment taken; a model with thousands of groups has some megabytes. */
const limitBytes = 64 * 1024 * 1024;

/**
 * Earlier Assessments that documents of the plan are compared with, by their path.
 *
 * @throws UserError `E-SINCE` for a file that is none, `E-NO-FILE` and `E-PATH` as for any file of the project
 */
export async function readPrevious(root: string, plan: Plan): Promise<Readonly<Record<string, Assessment>>> {
  const found: Record<string, Assessment> = {};
  for (const [index, { since }] of (plan.documents ?? []).entries()) {
    if (since === undefined || found[since.assessment] !== undefined) continue;
    const text = await readText(await findProjectFile(root, since.assessment), limitBytes);
    const read = assessmentSchema.safeParse(parsed(text));
    if (!read.success) {
      throw new UserError("input", {
        code: "E-SINCE",
        severity: "error",
        place: { file: since.assessment },
        text: `Unexpected content for documents.${index}.since, expected an Assessment.`,
        hint: "Save one with `forthright assess project > previous.json`.",
      });
    }
    found[since.assessment] = read.data;
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
