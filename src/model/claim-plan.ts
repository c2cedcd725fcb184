import * as z from "zod";

import { audiences } from "./audiences.js";
import { line, slug } from "./plan-values.js";

/** A statement that the rows do not hold: what was counted elsewhere, what caused what, what it costs, what somebody judges. */
export const claimPlanSchema = z.strictObject({
  id: slug.describe('Short name, for `:stop{claim="..."}` in texts.'),
  text: line.describe("The claim as one plain sentence, without a word for how likely it is."),
  kind: z
    .enum(["counted", "cause", "cost", "expert", "chance"])
    .describe(
      "counted: arithmetic on an audited log, never a prediction. cause: what led to what. cost: money with its range. expert: somebody's judgement. chance: what a score of `score` means.",
    ),
  source: line
    .optional()
    .describe("Where it was counted or calculated, or who judges so; a counted claim needs one."),
  tested: z
    .enum(["no", "controlled", "reversed"])
    .optional()
    .describe(
      "How a cause was tested: not at all (the two came together in time; the default), by a controlled test, or by a fix that reversed it.",
    ),
  value: z.number().optional().describe("Amount of a cost claim, in the currency of `costs`."),
  low: z.number().optional().describe("Lower end of what the amount could be."),
  high: z.number().optional().describe("Upper end of what the amount could be."),
  scenarios: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("Scenarios or periods in which a cost was worked out and came out alike; 1 when not given."),
  lines: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      "Independent lines of evidence for it: 1 is limited, 2 medium, 3 or more robust. With `agreement`.",
    ),
  agreement: z
    .enum(["low", "medium", "high"])
    .optional()
    .describe("How far those lines agree. With `lines`."),
  score: z.number().min(0).max(1).optional().describe("Score that a chance claim is about: 0.15."),
  evaluation: slug.optional().describe("Evidence that a chance claim rests on; the first when not given."),
  disclosure: z
    .enum(audiences)
    .default("executive")
    .describe("Lowest audience that may see it; executive when not given."),
});

export type ClaimPlan = z.infer<typeof claimPlanSchema>;
