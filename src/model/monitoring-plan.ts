import * as z from "zod";

import { line } from "./plan-values.js";

/** What is watched, from what goes in to what comes of it; a plan that watches one tier alone sees one kind of fault. */
export const monitoringTiers = ["input", "output", "outcome", "fairness", "adversarial", "process"] as const;

export type MonitoringTier = (typeof monitoringTiers)[number];

/** One signal that is watched in production. */
export const monitoringSchema = z.strictObject({
  signal: line,
  threshold: line.describe("The value that alarms."),
  owner: line.describe("Who is told."),
  cadence: line.optional().describe("How often it is looked at."),
  tier: z
    .enum(monitoringTiers)
    .optional()
    .describe(
      "What is watched: input (quality, devices), output (scores, share flagged), outcome (labels), fairness (the same by group), adversarial (attacks), process (overrides, waiting).",
    ),
  min_n: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("Fewest cases per window before anyone reads a rate from it."),
  limitations: z
    .array(line)
    .min(1)
    .optional()
    .describe("Limitations that this signal would show: [LIM-0001]."),
  retraining: line.optional().describe("What is trained anew after an alarm, and who agrees to it."),
});

/** A limitation that no signal of production can show, said openly. */
export const unwatchedSchema = z.strictObject({
  limitation: line.describe("Id of the limitation."),
  why: line.describe("Why nothing in production shows it."),
  instead: line.optional().describe("What is done in place of watching: a test, an audit."),
});
