import * as z from "zod";

import { count, line, share } from "../plan-values.js";
import type { RowKey } from "./common.js";

const sides = z.strictObject({
  probe: line.describe("Column about the person who presents a sample."),
  reference: line.describe("Column about the person whose enrolled sample it is compared with."),
});

/** Keys of 1:1 verification that no other kind defines. */
export const verificationKeys = {
  subjects: sides
    .optional()
    .describe(
      "Columns with the person of either sample; comparisons that share a person are not independent.",
    ),
  demographics: z
    .record(z.string(), z.union([line, sides]))
    .optional()
    .describe(
      "Attributes of people: {sex: {probe: sex_probe, reference: sex_reference}}, or one column where both people of every comparison share it.",
    ),
  fta: z
    .strictObject({ failures: count, attempts: count })
    .optional()
    .describe("Failure to acquire: attempts to capture that gave no usable sample, of all attempts."),
  fte: z
    .strictObject({ failures: count, subjects: count })
    .optional()
    .describe("Failure to enrol: people who could not be enrolled, of all who tried."),
  fmr_targets: z
    .array(share)
    .min(1)
    .optional()
    .describe("False match rates at which the false non-match rate is wanted: [0.001, 0.0001]."),
};

/** Keys about rows that verification takes. */
export const verificationRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "label",
  "positive",
  "negative",
  "score",
  "score_range",
  "threshold",
  "threshold_source",
  "slices",
  "bands",
  "row_id",
  "in_scope",
];
