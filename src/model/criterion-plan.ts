import * as z from "zod";

import { cell, day, line, periods, share, slug } from "./plan-values.js";

/** One thing that was agreed before the test; exactly one of its demands is given, `at_least` and `at_most` together. */
export const criterionPlanSchema = z.strictObject({
  id: line,
  title: line.optional(),
  metric: line
    .optional()
    .describe(
      "Metric id; see `forthright list metrics`. One of many in brackets: apcer[print]. Not for all_measured.",
    ),
  at_least: z.number().optional(),
  at_most: z
    .number()
    .optional()
    .describe("With at_least too, the value has to lie between: both bounds are judged."),
  relative_to_overall: z
    .number()
    .min(1)
    .optional()
    .describe("Largest ratio of a slice's error rate to that of all cases, for example 1.25."),
  relative_to: z
    .strictObject({ slice: line, at_most: z.number().min(1) })
    .optional()
    .describe("Largest ratio of a slice's error rate to that of one other slice."),
  non_inferior: z
    .strictObject({ margin: z.number().positive(), better: z.enum(["higher", "lower"]).default("higher") })
    .optional()
    .describe(
      "For a metric that is a paired difference (new less old): how much worse the new one may be at most.",
    ),
  exists: z.literal(true).optional().describe("The number must have been measured, whatever it is."),
  all_measured: z
    .literal(true)
    .optional()
    .describe("Every value in scope was tested on enough cases; of one column with slice: each:column."),
  slice: line
    .default("all")
    .describe("`all`, `each` (every slice), `each:column`, or one slice such as country=DE."),
  required: z
    .array(cell)
    .min(1)
    .optional()
    .describe("Values of the column of each:column that must have been tested: never a pass without them."),
  evaluation: slug.optional(),
  confidence: z.number().gt(0.5).lt(1).default(0.95).describe("Level of the one-sided exact bound."),
  min_n: z.number().int().min(1).optional().describe("Fewest cases on which the criterion may be judged."),
  min_subjects: z.number().int().min(1).optional().describe("Fewest subjects on which it may be judged."),
  max_age: z
    .string()
    .regex(/^\d+ (day|week|month|year)s?$/, "expected a length such as 6 months")
    .optional()
    .describe("Age at which the evidence is stale for this criterion, where that is before its shelf life."),
  judged_on: z
    .enum(["bound", "observed"])
    .default("bound")
    .describe("observed takes the value as it is; only where importance is info."),
  agreed: day
    .optional()
    .describe("When the criterion was agreed; it must be before the evidence was looked at."),
  importance: z.enum(["must", "should", "info"]).default("must"),
  on_inconclusive: z
    .enum(["conditional", "block"])
    .default("conditional")
    .describe("What an open verdict of a must does to the release."),
  owner: line.optional(),
});

export type CriterionPlan = z.infer<typeof criterionPlanSchema>;

const stage = z.strictObject({
  name: line,
  share: share.optional().describe("Share of the cases that meet the new version."),
  entry: z.array(line).optional().describe("Criteria that must pass before the stage starts."),
  min_cases: z.number().int().min(1).optional().describe("Fewest cases per arm before anyone judges it."),
  min_days: z.number().int().min(1).optional().describe("Fewest days: whole weeks, and the delay of labels."),
  looks: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe("How often the stage is judged before its end."),
  guardrails: z
    .array(z.strictObject({ signal: line, rate: share.optional().describe("Its usual rate.") }))
    .optional()
    .describe("What is watched; with a usual rate the smallest harm that would be seen is computed."),
  owner: line.optional().describe("Who decides to go on."),
  exit: line.optional().describe("What ends the stage."),
});

const trigger = z.strictObject({
  signal: line,
  source: line.optional(),
  window: line.optional(),
  baseline: line.optional(),
  statistic: line.optional().describe("What is compared: share, CUSUM, PSI."),
  threshold: line.describe("The value that triggers."),
  persistence: line.optional().describe("For how long."),
  action: z.enum(["alert", "freeze", "route-to-review", "rollback", "kill"]),
  target: z
    .strictObject({ version: line, thresholds: line.optional() })
    .optional()
    .describe("What is rolled back to; its own criteria are judged on evaluations of that model_version."),
  max_time_to_act: line.optional(),
  owner: line.optional(),
  tested: day.optional().describe("When the way back was last tried."),
  watch: z
    .strictObject({
      cases: z.number().int().min(1).describe("Cases per window."),
      per: z.enum(periods).describe("Length of a window."),
      usual: share.describe("Usual rate of the signal."),
      above: share.describe("A window above this rate counts."),
      windows: z.number().int().min(1).default(1).describe("How many in a row alarm."),
      harm: share.optional().describe("The rate that must be noticed."),
    })
    .optional()
    .describe("The rule in numbers: how often it alarms for nothing, and how late it notices, is computed."),
  stages: z
    .array(line)
    .min(1)
    .optional()
    .describe("Stages of the rollout in which it is judged, by name; all of them when not given."),
  false_alarms: line.optional().describe("How often it alarms without cause: one in 400 days."),
  delay: line.optional().describe("How long a real change goes unnoticed: about 10 days."),
});

/** A line of words, or the stages one by one. */
export const rolloutPlanSchema = z.union([
  line,
  z.strictObject({ text: line.optional(), stages: z.array(stage).min(1) }),
]);

/** A line of words, or the triggers one by one. */
export const rollbackPlanSchema = z.union([
  line,
  z.strictObject({ text: line.optional(), triggers: z.array(trigger).min(1) }),
]);

export type StagePlan = z.infer<typeof stage>;
export type TriggerPlan = z.infer<typeof trigger>;
export const stagePlanSchema = stage;
export const triggerPlanSchema = trigger;
