import * as z from "zod";

import { stagePlanSchema, triggerPlanSchema } from "./criterion-plan.js";

const verdict = z.enum(["pass", "fail", "inconclusive", "not-evaluable", "stale", "void"]);

/** One criterion on one slice, judged. */
export const criterionSchema = z.strictObject({
  id: z.string(),
  of: z.string().describe("Id of the criterion in the plan; one that says `each` is expanded per slice."),
  title: z.string().nullable(),
  metric: z.string().nullable().describe("Null for a demand on coverage."),
  slice: z.string(),
  evaluation: z.string(),
  operator: z.enum(["at-least", "at-most", "between", "relative", "non-inferior", "exists", "all-measured"]),
  bound: z
    .number()
    .nullable()
    .describe(
      "What was agreed; the lower one of `between`, a ratio for `relative`, a difference for `non-inferior`. Null where no number was.",
    ),
  upper: z.number().nullable().default(null).describe("The upper bound of `between`."),
  against: z.string().nullable().default(null).describe("Slice that `relative` compares with."),
  confidence: z.number(),
  min_n: z.number().nullable().default(null).describe("Fewest cases on which it was agreed to be judged."),
  agreed: z.string().nullable(),
  importance: z.enum(["must", "should", "info"]),
  owner: z.string().nullable(),
  estimate: z.string().nullable(),
  limit: z.number().nullable().describe("The one-sided exact bound that decides, in the unit of `bound`."),
  limit_side: z
    .enum(["at-least", "at-most"])
    .nullable()
    .default(null)
    .describe("Which end of the range the limit is."),
  ratio: z
    .number()
    .nullable()
    .default(null)
    .describe("Ratio of error rates that was seen, where the criterion is `relative`; null for all others."),
  verdict,
  reason: z.string().describe("Phrase id of the reason."),
  needed_n: z
    .number()
    .nullable()
    .describe("Cases that would settle an inconclusive verdict at the observed rate."),
});

/** What all criteria say together. */
export const releaseSchema = z.strictObject({
  verdict: z
    .enum(["go", "conditional", "no-go"])
    .describe("no-go: a must fails. conditional: a must is open, so a named person has to accept it."),
  failed: z.array(z.string()).describe("Ids of the criteria that block."),
  open: z
    .array(z.string())
    .describe("Musts that no evidence decides: inconclusive, not evaluable, stale, void."),
  advisory: z.array(z.string()).describe("Other criteria that do not pass; they change nothing."),
});

/** A stage of the rollout with what can be said of it before it starts. */
export const stageSchema = z.strictObject({
  ...stagePlanSchema.shape,
  entry_verdict: z
    .enum(["go", "conditional", "no-go"])
    .nullable()
    .describe("What its entry criteria say together; null when it names none."),
  alpha_by_look: z
    .array(z.number())
    .describe("Level each look may use so that all together keep 0.05 (O'Brien and Fleming's spending)."),
  detectable: z
    .array(z.strictObject({ signal: z.string(), rate: z.number(), detects: z.number().nullable() }))
    .describe("Smallest rise of a guardrail that the least exposure shows with a chance of 0.8."),
});

/** A rollback trigger with what is known of the version it leads to. */
export const triggerSchema = z.strictObject({
  ...triggerPlanSchema.shape,
  target_verdict: z
    .enum(["go", "conditional", "no-go", "unknown"])
    .nullable()
    .describe("What the musts say of the version rolled back to; null when the trigger names none."),
  false_alarm_windows: z
    .number()
    .nullable()
    .default(null)
    .describe("Windows between two alarms at the usual rate, on average; at most a million."),
  delay_windows: z
    .number()
    .nullable()
    .default(null)
    .describe("Windows until an alarm at the harmful rate, on average; at most a million."),
});
