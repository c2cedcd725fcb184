import * as z from "zod";

import { referenceClasses } from "./reference-classes.js";
import { tasks } from "./tasks.js";
import { estimateUnits } from "./units.js";

/** What measuring gives: the parts of an Assessment that are counted. */

const interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number().describe("Coverage, a fraction in (0, 1)."),
  method: z.string().describe("Name of the method, with its author where it has one."),
  side: z.enum(["two-sided", "at-least", "at-most"]),
});

export const estimate = z.strictObject({
  id: z
    .string()
    .describe(
      "metric@slice or metric[facet]@slice, prefixed evaluation/ where there are several evaluations.",
    ),
  metric: z.string(),
  facet: z
    .string()
    .optional()
    .describe("What the metric is narrowed to: a class of many, an attack species, a target rate."),
  worst: z.string().optional().describe("The attack species whose rate this is, being the highest of all."),
  slice: z.string(),
  evaluation: z.string(),
  value: z.number().nullable().describe("Null when undefined; `reason` says why."),
  reason: z.string().nullable().describe("Phrase id of why there is no value or no interval."),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  of: z.enum(referenceClasses).describe("What the denominator counts."),
  n: z.number().describe("Cases the estimate rests on."),
  n_effective: z
    .number()
    .nullable()
    .describe("Equivalent number of independent cases, when rows share subjects."),
  interval: interval.nullable(),
  threshold: z.number().nullable(),
  unit: z.enum(estimateUnits),
  origin: z.enum(["measured", "reported", "derived"]),
  base_rate: z.number().nullable().describe("The deployment base rate a derived estimate stands on."),
  baseline: z.number().nullable().describe("What a trivial rule would score: majority class, prevalence."),
  evidence: z.string().describe("Digest (sha256, first 12 characters) of the source the counts come from."),
});

export const slice = z.strictObject({
  id: z.string(),
  evaluation: z.string(),
  column: z.string(),
  value: z.string().nullable().describe("Raw value; null for a missing cell."),
  negated: z.boolean().describe("True for the complement: every case without this value."),
  name: z.string().nullable().describe("The author's words for it, if any."),
  column_name: z.string().nullable(),
  n: z.number().nullable().describe("Null where an edition may not show the count."),
  positives: z.number().nullable(),
  negatives: z.number().nullable(),
});

export const evaluation = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  task: z.enum(tasks),
  kind: z.string().nullable(),
  basis: z.enum(["rows", "counts", "rates"]).describe("What the author gave."),
  rows: z.number().nullable().describe("Rows in the file."),
  used: z.number().describe("Cases with a label and a score or decision."),
  positives: z.number().nullable().describe("Null for evidence that knows no two classes."),
  negatives: z.number().nullable(),
  counts: z
    .record(z.string(), z.number())
    .optional()
    .describe("What else was counted, by phrase id under `count.`: genuine pairs, attempts, days."),
  facet_names: z
    .record(z.string(), z.string())
    .optional()
    .describe("What readers call the facets of its estimates: {a: Platform A}."),
  excluded: z.strictObject({
    label_blank: z.number(),
    score_blank: z.number(),
    score_not_finite: z.number(),
  }),
  duplicates: z.number().nullable().describe("Rows whose id was seen before; null when not checked."),
  subjects: z.number().nullable(),
  threshold: z.number().nullable(),
  threshold_source: z.string().nullable(),
  flag: z.enum(["at-or-above", "below"]),
  score: z
    .strictObject({ column: z.string(), low: z.number(), high: z.number(), probability: z.boolean() })
    .nullable(),
  columns: z.strictObject({
    label: z.string().nullable(),
    positive: z.string().nullable(),
    subject: z.string().nullable(),
    slices: z.array(z.string()),
  }),
  collected: z.strictObject({ first: z.string(), last: z.string() }).nullable(),
  matured: z.string().nullable(),
  shelf_life: z.string().nullable(),
  model_version: z.string().nullable(),
  reported_by: z.string().nullable(),
  value_name: z.string().nullable(),
  source: z.string().nullable().describe("Path of the source, as in `sources`."),
});

const designEffect = z.strictObject({
  subjects: z.number().describe("Subjects that have cases of this class."),
  effects: z
    .array(z.number().nullable())
    .describe("Of the share of the class at or above each edge; null where it is undefined."),
});

export const distribution = z.strictObject({
  id: z.string(),
  evaluation: z.string(),
  slice: z.string(),
  edges: z
    .array(z.number())
    .describe("Lower end of each bin, rising; thresholds in use and asked about are among them."),
  positive: z.array(z.number()),
  negative: z.array(z.number()),
  design_effect: z
    .strictObject({ positive: designEffect, negative: designEffect })
    .optional()
    .describe("What repeated subjects do to the range at each edge; absent where every row stands alone."),
});

/** A matrix of counts. Its kind names the phrases of its title and columns; other columns are names of the data. */
export const table = z.strictObject({
  id: z.string().describe("kind@slice, prefixed evaluation/ where there are several evaluations."),
  kind: z.string().optional().describe("Phrase id under `matrix.`; absent for a table only a chart reads."),
  evaluation: z.string(),
  slice: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ label: z.string(), cells: z.array(z.number().nullable()) })),
});

export const coverage = z.strictObject({
  evaluation: z.string(),
  column: z.string(),
  column_name: z.string().nullable(),
  value: z.string(),
  name: z.string().nullable().describe("The author's words for it, if any."),
  slice: z.string(),
  n: z.number().nullable().describe("Null where an edition may not show the count."),
  needed: z.number(),
  state: z.enum(["measured", "thin", "untested"]),
});
