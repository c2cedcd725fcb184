import * as z from "zod";

import { cell, columns, count, day, line, share, slug } from "../plan-values.js";
import { tasks } from "../tasks.js";
import { labelKeys } from "./labels.js";

export const evidenceKinds = [
  "deployment",
  "held-out",
  "selected",
  "benchmark",
  "vendor",
  "synthetic",
] as const;

/** True for a day, or for two of which the second is not before the first. */
function isPeriod(text: string): boolean {
  const days = text.split("/");
  const [first = "", last = first] = days;
  return days.every((name) => day.safeParse(name).success) && first <= last;
}

/** Keys that every kind of evidence takes. */
export const alwaysKeys = {
  id: slug.describe("Short name used in estimate ids."),
  title: line.optional().describe("What the evidence is, in words a reader understands."),
  task: z.enum(tasks).default("binary").describe("What kind of evidence it is."),
  names: z
    .record(z.string(), line)
    .optional()
    .describe(
      'Reader-facing names: {internet: Internet connection, "internet=Fiber optic": fibre customers}.',
    ),
  collected: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/, "expected 2026-07-01 or 2026-07-01/2026-09-30")
    .refine(isPeriod, "expected days of the calendar, the first one first")
    .optional()
    .describe("When the cases happened: a day, or first/last day."),
  matured: line.optional().describe("How long until a label is final: 60 days."),
  shelf_life: z
    .string()
    .regex(/^\d+ (day|week|month|year)s?$/, "expected a length such as 3 months")
    .optional()
    .describe("How long the evidence stays fresh: 3 months."),
  model_version: line.optional().describe("Version of the model that produced the scores."),
  kind: z.enum(evidenceKinds).optional().describe("How near the evidence is to real use."),
  reference: line
    .optional()
    .describe(
      "File with the distribution to measure drift against, columns as in data: the training scores.",
    ),
  agrees_with: z
    .array(slug)
    .min(1)
    .optional()
    .describe(
      "Evaluations of a later period or another site; whether they agree is checked on their ranges.",
    ),
  unseen_share: share
    .optional()
    .describe("Share of today's decisions about kinds of case that this evidence has none of: 0.2."),
  attack_classes: z
    .record(z.string(), count)
    .optional()
    .describe(
      "Attack classes in scope, and how many tries of each are among the cases: {printed copy: 120, injected video: 0}.",
    ),
  inputs: columns
    .optional()
    .describe("Columns of numbers the model reads, compared with the reference beside scores and slices."),
  ...labelKeys,
};

/** Where the rows are: a file, several by a pattern, or a table on a server. */
const rows = z.union([
  line.describe(
    "CSV or Parquet file, relative to the project folder; a star in its name takes several: data/*.csv.",
  ),
  z.strictObject({
    engine: z.enum(["postgres", "clickhouse"]),
    table: line.describe("`table` or `schema.table`; the address of the server comes from the environment."),
  }),
]);

/** Keys about columns of rows. A kind of evidence says which of them it takes. */
export const rowKeys = {
  data: rows.optional(),
  delimiter: z
    .enum([",", ";", "\t", "|"])
    .optional()
    .describe("Separator of a CSV file; a comma when not given."),
  label: line
    .optional()
    .describe("Column with the outcome. A blank label is not matured: counted, excluded, said."),
  positive: cell.optional().describe("Value of the label that means positive."),
  negative: cell
    .optional()
    .describe("Value of the label that means negative; needed when the label has other values too."),
  score: line.optional().describe("Column with the score."),
  score_range: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe("Lowest and highest possible score; [0, 1] when not given."),
  prediction: line.optional().describe("Column with hard decisions, for a model without a score."),
  flag: z
    .enum(["at-or-above", "below"])
    .default("at-or-above")
    .describe("Which side of the threshold is flagged."),
  threshold: z.number().optional().describe("Overrides deployment.threshold for this evidence."),
  threshold_source: z
    .enum(["policy", "validation", "test"])
    .optional()
    .describe("What the threshold was chosen on."),
  slices: columns.optional().describe("Columns whose values are groups to look at one by one."),
  bands: z
    .record(z.string(), z.array(z.number()).min(1))
    .optional()
    .describe("Cuts of a numeric slice column: {tenure: [12, 24]}."),
  subject: line
    .optional()
    .describe("Column with the person or thing a row belongs to; rows of one subject are not independent."),
  row_id: line.optional().describe("Column that should be unique; duplicates are counted."),
  value: line.optional().describe("Money per row, for shares of revenue or loss."),
  value_name: line.optional().describe("What the value column is: monthly charges."),
  in_scope: z
    .record(z.string(), z.array(cell).min(1))
    .optional()
    .describe("Values that should be covered, tested or not."),
};

export type RowKey = keyof typeof rowKeys;
