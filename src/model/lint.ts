import * as z from "zod";

import { line } from "./plan-values.js";

/** What a plan says about lint rules, and what was set aside in the end: the audit trail of the words. */

export const severities = ["off", "hint", "warning", "error"] as const;

export const lintPlanSchema = z
  .array(
    z.strictObject({
      rule: line.describe("Id or number of a rule: see `forthright list rules`."),
      severity: z.enum(severities).describe("off, or how its messages are told in this project."),
      reason: line.describe("Why; printed in documents for internal readers and auditors."),
    }),
  )
  .describe("Lint rules that this project tells otherwise, each with a reason.");

const changedSeverity = z.strictObject({
  rule: z.string().describe("Id of the rule."),
  severity: z.enum(severities),
  reason: z.string(),
  line: z.number().nullable().describe("Line of the plan; null where it is not known."),
});

const exception = z.strictObject({
  rule: z.string().describe("Id of the rule."),
  reason: z.string(),
  file: z.string().describe("File of the author, relative to the project folder."),
  line: z.number().describe("Line of the comment."),
  first: z.number().describe("First line it is about ..."),
  last: z.number().describe("... and the last; below the first where it is about none."),
});

export const lintSchema = z.strictObject({
  severities: z.array(changedSeverity),
  exceptions: z.array(exception),
  begins: z
    .record(z.string(), z.number())
    .default({})
    .describe(
      "Line on which a text with exceptions begins, by its file or its key of the plan; 1 when not given.",
    ),
});

export type Lint = z.infer<typeof lintSchema>;
export type Exception = Lint["exceptions"][number];
export type LintSeverity = (typeof severities)[number];
