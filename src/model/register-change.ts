import * as z from "zod";

import { audiences } from "./audiences.js";
import { line } from "./plan-values.js";

/** What an earlier register a document is compared with: `since: {assessment: previous/assessment.json}`. */
export const sincePlanSchema = z.strictObject({
  assessment: line.describe("The Assessment of the last portfolio, a file of the project folder."),
});

const counted = z.strictObject({ x: z.number(), n: z.number() });

/** What became of one limitation between two registers. */
export const registerChangeSchema = z.strictObject({
  id: z.string(),
  change: z.enum(["new", "gone", "closed", "reopened", "status", "worse", "better", "graver", "milder"]),
  title: z.string().describe("As the author wrote it; the phrase id of a finding where a search found it."),
  origin: z.string(),
  status: z.string(),
  disclosure: z.enum(audiences),
  wording: z.partialRecord(z.enum(audiences), z.string()).optional(),
  rate: z
    .strictObject({ estimate: z.string(), before: counted, after: counted })
    .nullable()
    .describe("Wrong decisions of those counted, then and now; only where they differ by more than chance."),
});

/** The change log of one document. */
export const changeLogSchema = z.strictObject({
  document: z.number().describe("Index of the document in the plan."),
  since: z.string().nullable().describe("Date of the earlier Assessment."),
  rows: z.array(registerChangeSchema),
  gaps: z.strictObject({ before: z.number(), after: z.number() }).describe("Open questions, then and now."),
});

export type RegisterChange = z.infer<typeof registerChangeSchema>;
export type ChangeLog = z.infer<typeof changeLogSchema>;
