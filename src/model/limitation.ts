import * as z from "zod";

import { audiences } from "./plan.js";

/** Limitation types of the taxonomy. */
export const limitationTypes = [
  "COV", "SLC", "BIA", "CAL", "THR", "DRF", "STL", "ADV", "DEP", "LBL", "SEL",
  "LEK", "PRV", "CNS", "HUM", "XPL", "VEN", "OPS", "PRI", "FBK", "UNM", "GEN",
] as const; // prettier-ignore

const line = z.string().trim().min(1);
const day = z.iso.date();
const level = z.number().int().min(1).max(5);

/** A level set by hand: never without its reason, which is printed. */
const setLevel = z.strictObject({ level, reason: line.describe("Why the computed level is not taken.") });

/** Front matter of one file in `limitations/`: the record of a declared limitation. */
export const limitationSchema = z.strictObject({
  id: line.regex(/^[A-Z]{2,6}-\d{3,}$/, "expected an id such as LIM-0001"),
  title: line.describe("The limitation in one plain sentence."),
  type: z.enum(limitationTypes).describe("Taxonomy code."),
  affected: z
    .strictObject({
      slice: line.optional().describe("Slice id such as country=DE; numbers are then drawn from it."),
      population: line.optional().describe("Who or what is affected, in words."),
      share_of_traffic: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe("Share of the cases in use, a fraction; that of the test when not given."),
      persons_per_month: z
        .number()
        .min(0)
        .optional()
        .describe("Persons who meet the harm in a month, where somebody has counted them."),
    })
    .optional(),
  harmed: line.optional().describe("Who is harmed, and how."),
  harm_class: level.optional().describe("1 inconvenience ... 5 safety or liberty."),
  appeal: z
    .strictObject({ possible: z.boolean(), how: line.optional() })
    .optional()
    .describe("Whether a person harmed can have it corrected; when not, the severity is one higher."),
  severity: setLevel.optional().describe("Severity in place of the computed one, 1 to 5."),
  likelihood: setLevel
    .optional()
    .describe("Likelihood in place of the computed one, 1 to 5; without evidence it never counts below 3."),
  attempts_per_month: z
    .strictObject({ low: z.number().min(0), high: z.number().min(0), source: line.optional() })
    .optional()
    .describe("How often an attack is tried in a month; without it its likelihood cannot be estimated."),
  evidence: z.array(line).optional().describe("Estimate ids that show it; none means not measured."),
  grade: z.enum(["E0", "E1", "E2", "E3", "E4"]).optional().describe("E0 opinion ... E4 independent."),
  detection: z.strictObject({ signal: line, threshold: line, delay: line.optional() }).optional(),
  workaround: line.optional().describe("What to do until it is fixed."),
  mitigation: z
    .strictObject({
      do: line,
      owner: line.optional(),
      by: day.optional(),
      done: day.optional().describe("The day it was finished."),
      effect: line.optional().describe("What it was measured to change."),
    })
    .optional(),
  response: z.enum(["mitigate", "transfer", "avoid", "accept"]).optional(),
  residual: z
    .strictObject({
      statement: line.describe("What is left when the fix is in place."),
      severity: level.optional(),
      likelihood: level.optional(),
      accepted_by: line.optional().describe("The role that accepts it."),
      until: day.optional().describe("Day on which the acceptance ends."),
    })
    .optional(),
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
  question: line.optional().describe("What a customer would ask, for the talk track."),
  not_to_say: line.optional().describe("What nobody should answer, for the talk track."),
  links: z.array(line).optional().describe("Ids of criteria, incidents and standards."),
  history: z
    .array(z.strictObject({ date: day, change: line }))
    .optional()
    .describe("What became of the record, by day."),
  lang: line.optional(),
});

export type LimitationRecord = z.infer<typeof limitationSchema>;
