import * as z from "zod";

import { cell, line } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of evidence with many classes that no other kind defines. */
export const multiclassKeys = {
  classes: z
    .array(cell)
    .min(1)
    .optional()
    .describe("Every class there is, in order; those found in the rows when not given."),
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
