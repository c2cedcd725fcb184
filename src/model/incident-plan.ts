import * as z from "zod";

import { amount, day, line, slug } from "./plan-values.js";

/** Keys of `documents[].incident`: what the data cannot say of a failure. What it can say is never written here. */

const replacement = z.strictObject({
  name: line.describe("What stands in for the model, in a few words: last year's month, scaled."),
  before: slug.optional().describe("Forecast evaluation of that rule over the time before the break."),
  after: slug.optional().describe("Forecast evaluation of that rule over the same periods as `after`."),
});

const result = z.strictObject({
  model: slug.describe(
    "Forecast evaluation of the model left running beside, over the periods since it was replaced.",
  ),
  rule: slug.describe("Forecast evaluation of what was used instead, over the same periods."),
  mended: day.optional().describe("When the mended model was back in use."),
  protocol: line.optional().describe("Number of the exception protocol that came out of it."),
});

export const incidentPlanSchema = z.strictObject({
  series: slug
    .optional()
    .describe("Evaluation of task series that shows the break; the first one when not given."),
  before: slug.optional().describe("Forecast evaluation of the time before the break."),
  after: slug.optional().describe("Forecast evaluation of the time since the break."),
  rule: replacement.optional().describe("What replaces the model meanwhile."),
  detected: day.optional().describe("Day on which somebody noticed."),
  detected_by: line.optional().describe("Who noticed, by role, and how."),
  cost: z
    .strictObject({
      too_much: amount.optional().describe("Cost of one unit that was forecast and not needed."),
      too_little: amount.optional().describe("Cost of one unit that was needed and not forecast."),
    })
    .optional()
    .describe("Money per unit, in the currency of `costs`. Without it the page says that no cost is stated."),
  situation: line.optional().describe("What happened around it, in one or two sentences."),
  task: line.optional().describe("What has to be reached, and by when."),
  affected: z.array(line).optional().describe("Where the failure was seen."),
  checked: z.array(line).optional().describe("Where it was looked for and not seen."),
  not_checked: z.array(line).optional().describe("Where nobody has looked yet."),
  cause: slug
    .optional()
    .describe("Id of the claim of kind `cause` in `claims`; without one the cause is not known."),
  not_known: z.array(line).optional().describe("Open questions, each with when it will be answered."),
  next_update: z
    .strictObject({ at: line.describe("Day and hour."), owner: line.describe("Who sends it.") })
    .optional(),
  result: result.optional().describe("For the follow-up: what was counted after the model was replaced."),
});

export type IncidentPlan = z.infer<typeof incidentPlanSchema>;
