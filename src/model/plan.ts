import * as z from "zod";

import { acceptancePlanSchema } from "./acceptance-plan.js";
import { audiences } from "./audiences.js";
import { bands, reviewers } from "./bands.js";
import { casePlanSchema } from "./case-plan.js";
import { claimPlanSchema } from "./claim-plan.js";
import { controlSchema } from "./control-plan.js";
import { criterionPlanSchema, rollbackPlanSchema, rolloutPlanSchema } from "./criterion-plan.js";
import { evaluation } from "./evaluation-keys/all.js";
import { experimentPlanSchema } from "./experiment-plan.js";
import { labellingPlanSchema } from "./labelling-plan.js";
import { exceptionProtocolPlanSchema } from "./exception-protocol-plan.js";
import { incidentPlanSchema } from "./incident-plan.js";
import { lensesPlanSchema } from "./lenses-plan.js";
import { lintPlanSchema } from "./lint.js";
import { monitoringSchema, unwatchedSchema } from "./monitoring-plan.js";
import { optionMemoPlanSchema } from "./option-memo-plan.js";
import { amount, columns, day, flow, line, noun, share, slug } from "./plan-values.js";
import { premortemPlanSchema } from "./premortem-plan.js";
import { registerPlanSchema } from "./register-plan.js";
import { disclosurePlanSchema } from "./disclosure-plan.js";
import { sincePlanSchema } from "./register-change.js";
import { domains } from "./shelf-life.js";
import { germanWords } from "./words-by-language.js";

// One plan is read per run: compiling its schema to code would take longer than reading it.
z.config({ jitless: true });

/**
 * The plan: what an author writes in `forthright.yaml`. The JSON Schema for editors is generated from here,
 * so every key carries its description.
 */

export { audiences };
const words = z.strictObject({
  case: noun.optional().describe("What is scored: application / applications."),
  positive: noun.optional().describe("A case the model should flag: fraud attempt / fraud attempts."),
  negative: noun
    .optional()
    .describe("A case it should leave alone: honest application / honest applications."),
  flagged: line.optional().describe("What happens to a flagged case, a participle: stopped."),
  missed: line.optional().describe("What happens to a positive case that is not flagged: let through."),
  unflagged: line.optional().describe("What happens to any case that is not flagged: passed."),
  de: germanWords.optional().describe("The same words, and the names of groups, for German documents."),
});

const baseRate = z.union([
  share.describe("Share of positives among the cases the model meets in use."),
  z.strictObject({
    value: share.describe("Share of positives among the cases the model meets in use, a fraction in [0, 1]."),
    low: share.optional().describe("Lower end of what the share could be."),
    high: share.optional().describe("Upper end of what the share could be."),
    source: line.optional().describe("Where the share comes from."),
    window: line.optional().describe("Over what time a case counts as positive, for example 90 days."),
    slices: z
      .record(z.string(), share)
      .optional()
      .describe('Shares of single slices, where known: {"internet=Fiber optic": 0.46}.'),
  }),
]);

const deployment = z.strictObject({
  base_rate: baseRate.optional(),
  out_of: z
    .number()
    .int()
    .min(10)
    .max(10_000_000)
    .optional()
    .describe("Total of every natural frequency; by default chosen for you."),
  worthwhile: share
    .optional()
    .describe("Smallest difference between two rates that would matter, a fraction: 0.02."),
  volume: flow.optional().describe("How many cases the model scores."),
  threshold: z
    .number()
    .optional()
    .describe("The score from which a case is flagged. No default: never 0.5 by habit."),
  capacity: flow.optional().describe("How many flagged cases people can handle."),
  bands,
  reviewers,
});

const costs = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "expected a three-letter currency code such as EUR")
    .describe("Three-letter currency code."),
  false_alarm: amount.optional().describe("Cost of flagging one negative case."),
  miss: amount.optional().describe("Cost of missing one positive case."),
  action: amount.optional().describe("Cost of acting on one flagged case, right or wrong."),
  effect: z
    .union([
      share,
      z.strictObject({
        value: share,
        low: share.optional(),
        high: share.optional(),
        source: line.optional(),
      }),
    ])
    .optional()
    .describe("Share of the caught positives whose loss the action prevents; 1 when not given."),
});

const option = z.strictObject({
  id: slug.describe("Short name, for `:option{id=...}` in texts."),
  name: line,
  threshold: z.number().optional().describe("Flag from this score."),
  model: slug.optional().describe("A model of the comparison; an option without one changes nothing yet."),
  act: z.enum(["all", "none"]).optional().describe("Flag everyone, or nobody."),
  ask: z.boolean().optional().describe("The option the document asks for."),
  in_use: z
    .boolean()
    .optional()
    .describe(
      "What is done today, which the money is told against; the threshold in use when none is named.",
    ),
});

const document = z.strictObject({
  kind: slug.describe("Which document: see `forthright list kinds`."),
  id: line.optional().describe("Document number for the stamp."),
  version: line.optional().describe("Version of the document."),
  status: z
    .enum(["draft", "final"])
    .default("draft")
    .describe("A draft prints its gaps; for a final document they are errors."),
  audience: z.enum(audiences).optional().describe("Edition; each kind has its usual reader."),
  readers: line.optional().describe("Who it is for, as printed: VP Sales and CFO."),
  decision: z
    .strictObject({
      ask: line.describe("The decision asked for, one or two short sentences."),
      so_what: line.optional().describe("Why it matters, in at most two sentences."),
      owner: line.optional().describe("The role that decides."),
      by: day.optional().describe("Decide-by date."),
    })
    .optional(),
  evaluation: slug.optional().describe("Which evidence the document is about; the first when not given."),
  baseline: z
    .strictObject({ evaluation: slug.describe("Evidence of how it goes without the model.") })
    .optional()
    .describe(
      "How it goes without the model, on the same kind of cases; without it a page says it was not measured.",
    ),
  headline: z
    .array(z.union([line, z.strictObject({ ref: line, side: z.enum(["value", "complement"]) })]))
    .max(3)
    .optional()
    .describe("Up to three estimate ids for the top of the page; side: complement tells the other side."),
  compare: line.optional().describe("A slice to set beside all other cases: internet=Fiber optic."),
  case: casePlanSchema.optional().describe("The one case the document is about."),
  options: z.array(option).max(5).optional().describe("Ways to act, compared in counts and money."),
  lenses: lensesPlanSchema.optional().describe("The questions of three lenses on one decision."),
  memo: optionMemoPlanSchema.optional().describe("What an option memo holds beside options and evidence."),
  options_slice: line.optional().describe("The slice the options apply to; all cases when not given."),
  actions: z
    .array(
      z.strictObject({
        do: line,
        owner: line,
        by: line,
        reversible: line.optional().describe("How fast it can be undone: within one hour."),
        done: day.optional().describe("When it was done."),
      }),
    )
    .optional()
    .describe("Who does what by when."),
  protocol: exceptionProtocolPlanSchema
    .optional()
    .describe("Who may set the model aside, when and for how long; an exception-protocol is made of it."),
  premortem: premortemPlanSchema
    .optional()
    .describe("Rows of people for a pre-mortem; others are drafted from limitations and findings."),
  incident: incidentPlanSchema
    .optional()
    .describe("What the data cannot say of a failure; an incident-brief is made of it and of a series."),
  analogy: slug.optional().describe("`auto`, `none`, or an analogy id."),
  since: sincePlanSchema
    .optional()
    .describe("The last portfolio, for a log of what came, what went and what changed beyond chance."),
  owner: line.optional(),
  issued: day.optional().describe("Day of issue, for the stamp; without it `--date`, and never the clock."),
  next_review: day.optional(),
  approved_by: z.array(z.strictObject({ role: line, date: day })).optional(),
  tried: z
    .array(
      z.strictObject({
        role: line.describe("Who was asked."),
        date: day,
        right: z
          .number()
          .int()
          .min(0)
          .max(3)
          .describe("How many of the three questions were answered rightly."),
        note: line.optional().describe("What was misread."),
      }),
    )
    .optional()
    .describe("Readers who were asked the three questions of the page, and how many they answered rightly."),
  scale: z
    .enum(["ipcc", "icd-203"])
    .optional()
    .describe(
      "What likelihood words mean in this document: the IPCC's ranges (the default) or those of ICD 203.",
    ),
});

export const planSchema = z
  .strictObject({
    schema: z.literal(1),
    lang: z
      .enum(["en", "de"])
      .optional()
      .describe(
        "Language of the texts of this plan, its notes and limitations, and of its documents; en by default.",
      ),
    notice: line.optional().describe("Printed on every page, for example that the data is synthetic."),
    model: z.strictObject({
      name: line,
      version: line.optional(),
      provider: line.optional(),
      owner: line.optional(),
      contact: line.optional(),
      description: line.optional(),
      type: line.optional().describe("What kind of model it is: logistic regression."),
      training_data: line.optional().describe("What it was built on."),
      licence: line.optional(),
      released: day.optional(),
    }),
    use: z
      .strictObject({
        intended: columns.optional(),
        users: columns.optional(),
        out_of_scope: columns.optional(),
        decision_role: z.enum(["informs", "augments", "replaces"]).optional(),
        affected: line.optional().describe("Whom its errors touch, and how."),
        oversight: line.optional().describe("Who can overrule it, and how."),
        domain: z
          .enum(domains)
          .optional()
          .describe(
            "How fast its world changes, and so how long evidence stays fresh: adversarial 3 months, demand 6, credit 12, physical 24.",
          ),
      })
      .optional(),
    words: words.optional(),
    deployment: deployment.optional(),
    costs: costs.optional(),
    evaluations: z.array(evaluation).min(1),
    criteria: z.array(criterionPlanSchema).optional(),
    claims: z
      .array(claimPlanSchema)
      .optional()
      .describe("Statements beside the numbers, each to be told with how far the evidence carries it."),
    documents: z.array(document).optional(),
    monitoring: z
      .array(monitoringSchema)
      .optional()
      .describe("What is watched in production, with the value that alarms and who is told."),
    unwatched: z
      .array(unwatchedSchema)
      .optional()
      .describe("Limitations that nothing in production can show, with the reason."),
    acceptance: acceptancePlanSchema
      .optional()
      .describe("Who may accept an open must, and what was accepted until when."),
    experiment: experimentPlanSchema
      .optional()
      .describe("How the new version is compared with what is done today, by lot."),
    labelling: labellingPlanSchema.optional().describe("How cases get their labels, and how good those are."),
    controls: z
      .array(controlSchema)
      .optional()
      .describe(
        "What people can turn to change what the model does, and what turning it was measured to do.",
      ),
    disclosure: disclosurePlanSchema
      .optional()
      .describe("Who may see facts of the setting: cut-off, trade-off, groups, costs."),
    register: registerPlanSchema.optional().describe("How the register of limitations counts."),
    rollout: rolloutPlanSchema.optional(),
    rollback: rollbackPlanSchema.optional(),
    lint: lintPlanSchema.optional(),
  })
  .describe("Plan of a Forthright project: facts, words, evidence, costs, criteria and documents.");

export { type Task, tasks } from "./tasks.js";
export type Plan = z.infer<typeof planSchema>;
export type Audience = (typeof audiences)[number];
export type EvaluationPlan = Plan["evaluations"][number];
export type DocumentPlan = NonNullable<Plan["documents"]>[number];
export type { ClaimPlan } from "./claim-plan.js";
export type { CriterionPlan, StagePlan, TriggerPlan } from "./criterion-plan.js";
export type CostsPlan = NonNullable<Plan["costs"]>;
