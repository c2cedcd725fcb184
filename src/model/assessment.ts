import * as z from "zod";

import { acceptancePlanSchema } from "./acceptance-plan.js";
import { calibrationGateSchema } from "./calibration-gate.js";
import { confidenceSchema } from "./confidence.js";
import { controlSchema } from "./control-plan.js";
import { criterionSchema, releaseSchema, stageSchema, triggerSchema } from "./criterion.js";
import { experimentSchema } from "./experiment-plan.js";
import { labellingSchema } from "./labelling-plan.js";
import { incidentFactsSchema } from "./incident-facts.js";
import { lintSchema } from "./lint.js";
import { limitationSchema } from "./limitation.js";
import { changeLogSchema } from "./register-change.js";
import { disclosureSchema, settingFacts } from "./disclosure-plan.js";
import { likelihoodSteps, riskSchema } from "./risk.js";
import { coverage, distribution, estimate, evaluation, slice, table } from "./measured.js";
import { monitoringSchema, unwatchedSchema } from "./monitoring-plan.js";
import { audiences, planSchema } from "./plan.js";
import { protocolFactsSchema } from "./protocol-facts.js";
import { seriesFactsSchema } from "./series-facts.js";
import { germanWords } from "./words-by-language.js";

/**
 * The Assessment: all facts about one model, plus the author's words and decisions, as plain JSON.
 *
 * It is the waist of the house. Everything before it counts (load, measure, find); everything after it
 * speaks (redact, compose, check, render, export) and computes no statistic of its own.
 */

const slot = z.union([z.string(), z.number(), z.null()]);

const finding = z.strictObject({
  id: z.string().describe("rule@slice, with a suffix where one rule speaks twice."),
  rule: z.string(),
  type: z.string().describe("Limitation type of the taxonomy."),
  message: z.string().describe("Phrase id: the sentence is made in the words half, in any language."),
  slots: z.record(z.string(), slot),
  evaluation: z.string().nullable(),
  slice: z.string().nullable(),
  estimates: z.array(z.string()),
  size: z.string().nullable().describe("Estimate of the harm: wrong calls beyond those of all other cases."),
  severity: z.number().nullable().describe("1 to 5; null when nobody has said whom it harms."),
  likelihood: z.number().nullable(),
  gap: z.boolean().describe("True for something not measured or not given."),
  disclosure: z.enum(audiences),
});

const limitation = z.strictObject({
  ...limitationSchema.shape,
  origin: z.string().describe("`declared`, or the finder that grew it."),
  found_by: z.array(z.string()).default([]).describe("Finders that show it, also of a declared one."),
  risk: riskSchema.nullable().default(null).describe("Null in editions that are not told how grave it is."),
  findings: z.array(z.string()).describe("Findings that show it, the weightiest first."),
  body: z.string().nullable().describe("Markdown of the author."),
  path: z.string().nullable(),
});

const scenario = z.strictObject({
  id: z.string(),
  document: z.number().describe("Index of the document in the plan."),
  name: z.string(),
  slice: z.string(),
  evaluation: z.string(),
  threshold: z.number().nullable(),
  act: z.enum(["threshold", "all", "none"]),
  ask: z.boolean(),
  current: z.boolean(),
  total: z.number().describe("Cases the counts are told of: those tested, or the volume of one period."),
  per: z.string().nullable().describe("Period of the volume; null for the cases tested."),
  tp: z.number().describe("Exact share of the total; whole only for the cases tested."),
  fn: z.number(),
  fp: z.number(),
  tn: z.number(),
  capacity: z.number().nullable().describe("Flagged cases people can handle in the same period."),
  net: z
    .strictObject({ value: z.number(), low: z.number(), high: z.number(), method: z.string() })
    .nullable()
    .describe("Money against the option in use, on the cases counted; null for that option itself."),
});

const fileSource = z.strictObject({
  path: z.string().describe("Relative to the project folder."),
  sha256: z.string(),
  bytes: z.number(),
  rows: z.number().nullable(),
});

const tableSource = z.strictObject({
  engine: z.enum(["postgres", "clickhouse"]),
  version: z.string().describe("Name and release of the server."),
  table: z.string().describe("As the plan names it; the address is never written down."),
  query: z.string().nullable().describe("What the server was asked; null where an edition may not show it."),
  rows: z.number().nullable(),
  digest: z.string().describe("sha256 of the counts as they came out."),
});

const money = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  source: z.string().nullable(),
});

export const assessmentSchema = z.strictObject({
  schema: z.literal(1),
  forthright: z.string().describe("Version of the tool that made it."),
  date: z.string().nullable().describe("Given date, or the newest day of the evidence; never today."),
  issued: z
    .string()
    .nullable()
    .default(null)
    .describe("Day of issue of documents that name none: `--date`; null where nobody gave one."),
  lang: z.string().optional().describe("Language of the author's texts, where it is not English."),
  notice: z.string().nullable(),
  model: planSchema.shape.model,
  use: planSchema.shape.use.unwrap(),
  words: z.strictObject({
    case: z.tuple([z.string(), z.string()]).describe("[one, many]"),
    positive: z.tuple([z.string(), z.string()]),
    negative: z.tuple([z.string(), z.string()]),
    flagged: z.string(),
    missed: z.string(),
    unflagged: z.string(),
    given: z
      .boolean()
      .describe("False when a general word stands in for one that the sentences about this evidence use."),
    de: germanWords.optional().describe("The same for German documents, as the plan gives it."),
  }),
  deployment: z.strictObject({
    base_rate: z
      .strictObject({
        value: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        source: z.string().nullable(),
        window: z.string().nullable(),
      })
      .nullable(),
    out_of: z.number().nullable(),
    worthwhile: z
      .number()
      .nullable()
      .default(null)
      .describe("Smallest difference between two rates that would matter, a fraction."),
    volume: z.strictObject({ cases: z.number(), per: z.string() }).nullable(),
    threshold: z.number().nullable(),
    capacity: z.strictObject({ cases: z.number(), per: z.string() }).nullable(),
  }),
  costs: z
    .strictObject({
      currency: z.string(),
      false_alarm: money.nullable(),
      miss: money.nullable(),
      action: money.nullable(),
      effect: money.nullable(),
    })
    .nullable(),
  monitoring: z.array(monitoringSchema),
  unwatched: z.array(unwatchedSchema).default([]).describe("Limitations that nothing in production shows."),
  acceptance: acceptancePlanSchema
    .nullable()
    .default(null)
    .describe("Who may accept an open must, and what was accepted."),
  experiment: experimentSchema.nullable().default(null),
  labelling: labellingSchema.nullable().default(null),
  controls: z.array(controlSchema).default([]).describe("What people can turn, and what that changed."),
  rollout: z.string().nullable(),
  rollback: z.string().nullable(),
  stages: z.array(stageSchema).default([]).describe("Stages of the rollout."),
  triggers: z.array(triggerSchema).default([]).describe("What leads to a rollback, and back to what."),
  evaluations: z.array(evaluation),
  slices: z.array(slice),
  estimates: z.array(estimate),
  distributions: z.array(distribution),
  tables: z.array(table),
  coverage: z.array(coverage),
  scenarios: z.array(scenario),
  findings: z.array(finding),
  limitations: z.array(limitation),
  changes: z
    .array(changeLogSchema)
    .default([])
    .describe("What changed in the register since the Assessment that a document names."),
  disclosure: disclosureSchema.describe("Lowest audience that sees each fact of the setting."),
  held: z
    .array(z.enum(settingFacts))
    .default([])
    .describe("Facts of the setting that this edition may not know."),
  operation_held: z
    .boolean()
    .default(false)
    .describe("True where the plan tells of watching, rollout or rollback, and this edition does not."),
  register: z
    .strictObject({ likelihood: z.array(z.number()) })
    .default({ likelihood: [...likelihoodSteps] })
    .describe("Wrong decisions a month from which a likelihood is 2, 3, 4 and 5."),
  criteria: z.array(criterionSchema),
  criteria_held: z
    .number()
    .default(0)
    .describe("How many agreed criteria are about attacks and not told in this edition."),
  release: releaseSchema
    .nullable()
    .default(null)
    .describe("What all criteria say together; null without one."),
  calibration: z
    .array(calibrationGateSchema)
    .default([])
    .describe("Per evidence with scores: may they be told as probabilities?"),
  confidence: z
    .array(confidenceSchema)
    .default([])
    .describe(
      "How far the evidence carries each claim: a stop of the Uncertainty Spectrum with its reasons.",
    ),
  series: z
    .array(seriesFactsSchema)
    .default([])
    .describe("What each series shows: its latest break, if any."),
  incidents: z
    .array(incidentFactsSchema)
    .default([])
    .describe("What was counted of each incident of the plan."),
  protocols: z
    .array(protocolFactsSchema)
    .default([])
    .describe("What the triggers of exception protocols would have done on the evidence."),
  documents: planSchema.shape.documents.unwrap(),
  notes: z.array(
    z.strictObject({ path: z.string(), kind: z.string().nullable(), slot: z.string(), text: z.string() }),
  ),
  sources: z.array(z.union([fileSource, tableSource])),
  lint: lintSchema
    .default({ severities: [], exceptions: [], begins: {} })
    .describe("Lint rules set aside in this project, with their reasons."),
});

export type Assessment = z.infer<typeof assessmentSchema>;
export type Estimate = Assessment["estimates"][number];
export type Interval = NonNullable<Estimate["interval"]>;
export type ReferenceClass = Estimate["of"];
export type EvaluationFacts = Assessment["evaluations"][number];
export type Slice = Assessment["slices"][number];
export type Distribution = Assessment["distributions"][number];
export type Table = Assessment["tables"][number];
export type Finding = Assessment["findings"][number];
export type Limitation = Assessment["limitations"][number];
export type Criterion = Assessment["criteria"][number];
export type Release = NonNullable<Assessment["release"]>;
export type Stage = Assessment["stages"][number];
export type Trigger = Assessment["triggers"][number];
export type Scenario = Assessment["scenarios"][number];
export type Note = Assessment["notes"][number];
export type Words = Assessment["words"];
