import * as z from "zod";

import { audiences } from "./plan.js";

/** Limitation types of the taxonomy. */
export const limitationTypes = [
  "COV", "SLC", "BIA", "CAL", "THR", "DRF", "STL", "ADV", "DEP", "LBL", "SEL",
  "LEK", "PRV", "CNS", "HUM", "XPL", "VEN", "OPS", "PRI", "FBK", "UNM", "GEN",
] as const; // prettier-ignore

const line = z.string().trim().min(1);
const day = z.iso.date();

/** Front matter of one file in `limitations/`: the record of a declared limitation. */
export const limitationSchema = z.strictObject({
  id: line.regex(/^[A-Z]{2,6}-\d{3,}$/, "expected an id such as LIM-0001"),
  title: line.describe("The limitation in one plain sentence."),
  type: z.enum(limitationTypes).describe("Taxonomy code."),
  affected: z
    .strictObject({
      slice: line.optional().describe("Slice id such as country=DE; numbers are then drawn from it."),
      population: line.optional().describe("Who or what is affected, in words."),
      share_of_traffic: z.number().min(0).max(1).optional(),
    })
    .optional(),
  harmed: line.optional().describe("Who is harmed, and how."),
  harm_class: z.number().int().min(1).max(5).optional().describe("1 inconvenience ... 5 safety or liberty."),
  evidence: z.array(line).optional().describe("Estimate ids that show it; none means not measured."),
  grade: z.enum(["E0", "E1", "E2", "E3", "E4"]).optional().describe("E0 opinion ... E4 independent."),
  detection: z.strictObject({ signal: line, threshold: line, delay: line.optional() }).optional(),
  workaround: line.optional().describe("What to do until it is fixed."),
  mitigation: z.strictObject({ do: line, owner: line.optional(), by: day.optional() }).optional(),
  use_restriction: line.optional().describe("An enforceable condition: not for ..."),
  would_settle: line.optional().describe("The test that would close it."),
  owner: line.optional(),
  review: day.optional().describe("Next review date."),
  status: z.enum(["open", "mitigating", "accepted", "closed", "superseded"]).default("open"),
  disclosure: z.enum(audiences).default("internal").describe("Lowest audience that may see it."),
  wording: z
    .partialRecord(z.enum(audiences), line)
    .optional()
    .describe("Approved wording for an audience, for example customer."),
  lang: line.optional(),
});

export type LimitationRecord = z.infer<typeof limitationSchema>;
