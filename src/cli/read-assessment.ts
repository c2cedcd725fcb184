import { readFile } from "node:fs/promises";
import path from "node:path";

import { UserError, type Message } from "../errors.js";
import { assessmentSchema, type Assessment } from "../model/assessment.js";

/** Reads a saved Assessment and checks its form. */
export async function readAssessment(file: string): Promise<Assessment> {
  const place = { file: path.basename(file) };
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError("input", {
      code: "E-NO-FILE",
      severity: "error",
      place,
      text: "The Assessment cannot be read.",
    });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError("input", {
      code: "E-JSON",
      severity: "error",
      place,
      text: "Unexpected text, expected JSON as `forthright assess` prints it.",
    });
  }
  const result = assessmentSchema.safeParse(value);
  if (result.success) return result.data;
  throw new UserError(
    "input",
    result.error.issues.slice(0, 5).map((issue): Message => ({
      code: "E-ASSESSMENT",
      severity: "error",
      place,
      text: `Unexpected value at ${issue.path.map(String).join(".") || "the top"}: ${issue.message}.`,
      hint: "Make it again with `forthright assess`.",
    })),
  );
}
