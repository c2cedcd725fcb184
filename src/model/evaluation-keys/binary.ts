import * as z from "zod";

import { cell, columns, count, line, share, slug } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of binary evidence that no other kind defines. */
export const binaryKeys = {
  counts: z
    .strictObject({ tp: count, fn: count, fp: count, tn: count })
    .optional()
    .describe("Exact counts instead of rows: true positives, misses, false alarms, true negatives."),
  rates: z
    .strictObject({
      sensitivity: share.optional(),
      specificity: share.optional(),
      precision: share.optional(),
      prevalence: share.optional(),
    })
    .optional()
    .describe("Rates without counts, as somebody reported them: they never gain an interval."),
  resample: z
    .number()
    .int()
    .min(200)
    .max(10_000)
    .optional()
    .describe(
      "Bootstrap draws for the intervals of average precision, ECE and net benefit, which no formula gives; none when absent.",
    ),
  fairness: z
    .strictObject({
      columns: columns
        .optional()
        .describe(
          "Protected columns, each named in `slices` too; every two of them are also looked at together.",
        ),
      selected: z
        .enum(["flagged", "unflagged"])
        .default("flagged")
        .describe(
          "Which decision is the favourable one: a hired applicant is flagged, a stopped one is not.",
        ),
      unknown: z.array(cell).optional().describe("Values that mean the group is not known, beside a blank."),
      leave_out: share
        .optional()
        .describe(
          "Groups below this share get no ratio, as 0.02 in New York City's rule; none when not given.",
        ),
      required: columns
        .optional()
        .describe("Attributes that a duty names; one without a column is reported as not measured."),
    })
    .optional()
    .describe(
      "Differences between protected groups: selection, impact ratio, equal opportunity, odds, parity.",
    ),
  reported_by: line.optional().describe("Who reported the rates."),
  search_depth: z
    .number()
    .int()
    .min(1)
    .max(3)
    .optional()
    .describe("How many slice columns are combined in the search for weak slices; 1 when not given."),
  final: line
    .optional()
    .describe("Column with what a person decided in the end, as `positive` or not; changes are counted."),
  train: line
    .optional()
    .describe("Rows the model was built on: subjects (or row ids) that the test has too are counted."),
  development: slug
    .optional()
    .describe("Evaluation of the cases the model was developed with; a worse test than that is a finding."),
};

/** Keys about rows that binary evidence takes. */
export const binaryRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "label",
  "positive",
  "negative",
  "score",
  "score_range",
  "prediction",
  "flag",
  "threshold",
  "threshold_source",
  "slices",
  "bands",
  "subject",
  "row_id",
  "value",
  "value_name",
  "in_scope",
];
