import * as z from "zod";

import { cell, line } from "../plan-values.js";
import type { RowKey } from "./common.js";
import { printedClass } from "./reported.js";

/** Keys of evidence with many classes that no other kind defines. */
export const multiclassKeys = {
  classes: z
    .array(z.union([cell, printedClass]))
    .min(1)
    .max(2_000)
    .optional()
    .describe(
      "Every class there is, in order; those found in the rows when not given. Reported: a line of the report each.",
    ),
  scores: z
    .record(z.string(), line)
    .optional()
    .describe("Score column of each class: {cat: p_cat, dog: p_dog}."),
};

/** Keys about rows that evidence with many classes takes. */
export const multiclassRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "label",
  "prediction",
  "score_range",
  "slices",
  "bands",
  "subject",
  "row_id",
  "in_scope",
];
