import * as z from "zod";

import { day, flow, line, share, slug } from "./plan-values.js";

/** How cases get their labels, and how far those labels can be trusted. */
export const labellingPlanSchema = z.strictObject({
  question: line.optional().describe("What a labeller answers about each case."),
  classes: z.array(z.strictObject({ name: line, means: line })).min(2),
  guideline: z
    .strictObject({ version: line, date: day.optional() })
    .optional()
    .describe("The written rules they follow."),
  labellers: line.optional().describe("Who labels."),
  cases: flow.optional().describe("Cases labelled per period."),
  double: share.optional().describe("Share of them that two people label, neither seeing the other's."),
  adjudication: line.optional().describe("Who settles what the two do not agree on, and how."),
  pass_through: z
    .strictObject({
      share: share.gt(0).describe("Share of all cases, drawn by lot, that nobody stops."),
      approved_by: line.optional(),
      limits: line.optional().describe("What bounds the loss: not above 500 euros."),
    })
    .optional()
    .describe("A small random sample that passes whatever its score: the only unbiased labels."),
  kappa: z
    .strictObject({
      at_least: z.number().gt(0).lt(1).describe("Agreement beyond chance that labels must reach."),
      expected: z.number().gt(0).lt(1).optional().describe("What is expected, where nothing was measured."),
      rarer: share
        .gt(0)
        .lt(1)
        .optional()
        .describe("Share of the rarer class among the cases labelled twice."),
      evaluation: slug.optional().describe("Evaluation with `annotators` that measured it."),
    })
    .optional(),
  delay: line.optional().describe("How long until a label is final."),
  feedback: line.optional().describe("How labels of production come back: from whom, into which table."),
  owner: line.optional(),
});

/** The labelling plan with what follows from its numbers. */
export const labellingSchema = z.strictObject({
  ...labellingPlanSchema.shape,
  kappa_estimate: z.string().nullable().describe("Id of the estimate that measured the agreement."),
  kappa_verdict: z
    .enum(["pass", "fail", "inconclusive", "not-measured"])
    .nullable()
    .describe("By the ends of its range; null without a target."),
  kappa_needed: z
    .number()
    .nullable()
    .describe("Cases labelled twice that would show the target; null where nothing is expected above it."),
  doubled: z.number().nullable().describe("Cases labelled twice per period of `cases`."),
  passed_through: z
    .strictObject({ cases: z.number(), positives: z.number().nullable(), per: z.string() })
    .nullable()
    .describe("Cases of the random sample per period of the volume, and positives expected among them."),
});

export type LabellingPlan = z.infer<typeof labellingPlanSchema>;
export type Labelling = z.infer<typeof labellingSchema>;
