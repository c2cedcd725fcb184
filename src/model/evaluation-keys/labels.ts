import * as z from "zod";

import { line, share } from "../plan-values.js";

/** Keys about the labels themselves, which every kind of evidence with rows takes. */
export const labelKeys = {
  annotators: z
    .array(line)
    .min(2)
    .optional()
    .describe(
      "Columns with the labels of two or more people: [label_a, label_b]. A blank cell: not labelled.",
    ),
  annotator_scale: z
    .enum(["nominal", "ordinal", "interval", "ratio"])
    .optional()
    .describe("What a difference between two labels means; nominal (they are categories) when not given."),
  reviewers: z
    .strictObject({
      sensitivity: share.describe("Share of true positives that the reviewers call positive."),
      specificity: share.describe("Share of true negatives that they call negative."),
      source: line.optional(),
    })
    .optional()
    .describe("How reliable those are who made the labels, where that was measured."),
  label_source: z
    .enum(["outcome", "audited", "annotator", "proxy"])
    .optional()
    .describe(
      "What the labels are: what happened in the end, an audit, one person's reading, or something that only stands for the outcome (proxy).",
    ),
  declared: z
    .record(z.string(), z.union([z.number(), line]))
    .optional()
    .describe(
      'Values stated elsewhere, checked against the counted ones: {recall: "0.85"}. In quotes every digit counts.',
    ),
};

/** Keys about rows that evidence about labels alone takes. */
export const labelRowKeys = ["data", "delimiter", "positive"] as const;
