import * as z from "zod";

import { count, line, share } from "./plan-values.js";

/** How the new version is compared with what is done today, on cases that are dealt out by lot. */
export const experimentPlanSchema = z
  .strictObject({
    question: line.optional().describe("What it answers, as one question."),
    unit: line.describe("What goes to one arm as a whole: applicant, device. Never the single request."),
    assigned_by: line.optional().describe("How a unit gets its arm: a hash of the applicant's id."),
    arms: z
      .array(
        z.strictObject({
          name: line,
          share: share.gt(0).describe("Planned share of the units."),
          units: count.optional().describe("Units seen so far: with those of all arms the split is checked."),
        }),
      )
      .min(2),
    outcome: z
      .strictObject({
        name: line.describe("What is compared, as a share of the units: honest applicants stopped."),
        rate: share.gt(0).lt(1).describe("Its usual rate."),
        better: z.enum(["lower", "higher"]).default("lower"),
        harm: share.optional().describe("The rate that must not go unnoticed."),
      })
      .optional(),
    min_units: z.number().int().min(1).optional().describe("Fewest units in each arm at the end."),
    min_days: z.number().int().min(1).optional(),
    looks: z.number().int().min(1).max(100).default(1).describe("How often it is judged, the end included."),
    label_delay: line.optional().describe("How long until outcomes are known."),
    until_labels: line.optional().describe("What is watched until then."),
    holdout: line.optional().describe("Who stays on the old version afterwards, and for how long."),
    stop: line.optional().describe("What ends it early."),
    owner: line.optional(),
  })
  .superRefine(({ outcome }, report) => {
    if (outcome?.harm === undefined) return;
    const worse = outcome.better === "lower" ? outcome.harm > outcome.rate : outcome.harm < outcome.rate;
    if (!worse)
      report.addIssue({
        code: "custom",
        path: ["outcome", "harm"],
        message: `Unexpected harm ${outcome.harm}, expected a rate that is worse than ${outcome.rate}.`,
      });
  });

/** The experiment with what can be said of it before it starts, and of its split so far. */
export const experimentSchema = z.strictObject({
  ...experimentPlanSchema.shape,
  alpha_by_look: z
    .array(z.number())
    .describe("Level each look may use so that all together keep 0.05 (O'Brien and Fleming's spending)."),
  detects: z
    .number()
    .nullable()
    .describe("Nearest worse rate that the fewest units show with a chance of 0.8 at the last look."),
  needed: z
    .number()
    .nullable()
    .describe("Units per arm that show the stated harm with that chance; null where no harm is stated."),
  sample_ratio_p: z
    .number()
    .nullable()
    .describe(
      "Chance of a split as uneven as the one seen; null until units are counted. Below 0.001: broken.",
    ),
});

export type ExperimentPlan = z.infer<typeof experimentPlanSchema>;
export type Experiment = z.infer<typeof experimentSchema>;
