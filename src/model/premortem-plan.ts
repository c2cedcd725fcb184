import * as z from "zod";

import { day, line } from "./plan-values.js";

/** Where failures come from; each is covered by a row, or named as missing. */
export const failureFamilies = ["data", "adversary", "people", "vendor", "success"] as const;

const row = z.strictObject({
  family: z.enum(failureFamilies),
  story: line.describe("How it failed, as one sentence in the past tense."),
  mechanism: line.optional().describe("What led to it."),
  tripwire: z
    .strictObject({
      signal: line.describe("What the logs show first."),
      threshold: line.describe("The value that alarms: above 10 of 1,000."),
      window: line.describe("Over what time: two days."),
    })
    .optional()
    .describe("The first sign, measurable from logs."),
  seen_by: line.optional().describe("Who sees the sign."),
  likelihood: z
    .strictObject({ told: line.describe("A number with what it counts: 3 a month."), source: line })
    .optional()
    .describe("How often it happens now, where somebody has counted it; else it is printed as unknown."),
  harm: line.optional().describe("Whom it hurts and how much, in counts or money."),
  prevention: line.optional(),
  contingency: line.optional().describe("What is done once it has happened."),
  owner: line.optional(),
  by: day.optional(),
  limitation: line
    .optional()
    .describe("Id of the limitation it stands for: the row then takes the place of the one drafted from it."),
});

/** Keys of `documents[].premortem`: rows of people; others are drafted from limitations and findings. */
export const premortemPlanSchema = z.strictObject({
  horizon: line.default("six months").describe("How long after launch the failure is imagined."),
  rows: z.array(row).max(12).default([]),
  without: z
    .array(z.strictObject({ family: z.enum(failureFamilies), why: line }))
    .optional()
    .describe("Families on which there is no row, and why that is right."),
  signed: z.array(z.strictObject({ role: line, date: day.optional() })).optional(),
});

export type PremortemPlan = z.infer<typeof premortemPlanSchema>;
export type PremortemRowPlan = z.infer<typeof row>;
export type FailureFamily = (typeof failureFamilies)[number];
