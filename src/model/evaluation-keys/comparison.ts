import * as z from "zod";

import { line, slug } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of a comparison that no other kind defines. */
export const comparisonKeys = {
  models: z
    .array(
      z.strictObject({
        id: slug.describe("Short name used in estimate ids: `accuracy-test[a]@all`."),
        name: line.optional().describe("What readers call it: Platform A (black box)."),
        prediction: line.optional().describe("Column with its decisions, in the values of the label."),
        score: line.optional().describe("Column with its score; with `prediction` it serves ranking alone."),
        score_range: z
          .tuple([z.number(), z.number()])
          .optional()
          .describe("Lowest and highest possible score; [0, 1] when not given."),
        threshold: z
          .number()
          .optional()
          .describe("The score from which it flags; `flag: below` turns the side for all models."),
        cost_per_1000: z
          .number()
          .min(0)
          .optional()
          .describe("What 1,000 cases cost with it, in the currency of `costs`."),
      }),
    )
    .min(2)
    .max(8)
    .optional()
    .describe("The models that judged the same rows, two or more."),
};

/** Keys about rows that a comparison takes. */
export const comparisonRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "label",
  "positive",
  "negative",
  "flag",
  "slices",
  "bands",
  "subject",
  "row_id",
  "in_scope",
];
