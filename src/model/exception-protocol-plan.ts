import * as z from "zod";

import { count, day, line, slug } from "./plan-values.js";

/**
 * Keys of `documents[].protocol`: who may set the model aside, when, for how long, and what stands in for it. Each is
 * optional, so that a draft can be written bit by bit; what is missing is a gap, and an error when final.
 */

const trigger = z.strictObject({
  id: slug,
  signal: line.describe("What is watched, in plain words."),
  series: slug
    .optional()
    .describe("Evaluation of task series that holds it: the trigger is then tried on every period of it."),
  above: z.number().optional().describe("It fires above this value ..."),
  below: z.number().optional().describe("... or below this one."),
  periods: z.number().int().min(1).max(1000).default(1).describe("How many periods running."),
  min_cases: count.optional().describe("Fewest cases a period needs before it counts."),
  level: line.optional().describe("Level that it leads to."),
});

const level = z.strictObject({
  name: line,
  when: line.describe("What has happened."),
  act: line.describe("What is done."),
  within: line.describe("Within what time: one hour."),
});

const authority = z.strictObject({
  role: line.describe("Who may do it."),
  may: line.describe("What the role may do."),
  tells: line.describe("Who must be told."),
  within: line.describe("Within what time."),
});

const fallback = z.strictObject({
  rule: line.describe("What is used in place of the model, so that anyone on duty can do it."),
  how: line.optional().describe("How it is switched on, in one sentence."),
  approved_by: line.optional(),
  approved: day.optional(),
  before: slug
    .optional()
    .describe("Forecast evaluation of the rule before any failure; without it and `since`: not measured."),
  since: slug.optional().describe("Forecast evaluation of the rule in a failure of the model."),
  model_before: slug.optional().describe("Forecast evaluation of the model over the time of `before`."),
  model_since: slug.optional().describe("Forecast evaluation of the model over the time of `since`."),
});

export const exceptionProtocolPlanSchema = z.strictObject({
  purpose: line.optional().describe("What it is for, in one sentence."),
  triggers: z.array(trigger).min(1).max(8).optional(),
  levels: z.array(level).min(1).optional(),
  authority: z.array(authority).min(1).optional(),
  fallback: fallback.optional(),
  clock: z
    .strictObject({
      expires: line.describe("When the override ends by itself: after 14 days."),
      renewed_by: line.describe("Who may renew it."),
      renewals: count.default(1).describe("How often at most."),
    })
    .optional(),
  cases: z
    .strictObject({
      reasons: z.array(line).min(1).describe("Codes of the reasons that may be given."),
      second_person: line.describe("Who signs beside the one who overrides."),
      cap: z
        .strictObject({ most: count, of: z.number().int().min(10), per: line })
        .describe("More than this many overrides is a failure of the model, not of single cases."),
    })
    .optional()
    .describe("Rules for overriding a single case while the model is in use."),
  log: z.strictObject({ what: line, where: line, kept: line.describe("For how long.") }).optional(),
  communication: z
    .array(z.strictObject({ to: line, what: line, within: line }))
    .min(1)
    .optional(),
  exit: z
    .array(
      z.strictObject({
        test: line.describe("What must be seen before the model is used again."),
        signed_by: line,
      }),
    )
    .min(1)
    .optional(),
  review: z
    .strictObject({ within_days: z.number().int().min(1).max(10).default(10), owner: line })
    .optional()
    .describe("Working days until what happened is reviewed: 10 at most."),
  limitations: z.array(line).optional().describe("Ids of the limitations it answers to."),
  contact: line.optional().describe("Whom to call, for the card."),
});

export type ExceptionProtocolPlan = z.infer<typeof exceptionProtocolPlanSchema>;
export type ProtocolTrigger = z.infer<typeof trigger>;
