import * as z from "zod";

import { line, share } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of predictions of a number, which regression and forecast share. */
export const regressionKeys = {
  actual: line
    .optional()
    .describe(
      "Column with the number that came true. A blank cell is not known yet: counted, excluded, said.",
    ),
  forecast: line.optional().describe("Column with the number that was predicted or forecast."),
  interval: z
    .strictObject({
      low: line.describe("Column with the lower bound."),
      high: line.describe("Column with the upper bound."),
      level: share.gt(0).lt(1).describe("Share of actuals that the intervals claim to hold: 0.8."),
    })
    .optional()
    .describe("Interval forecasts: columns of both bounds and the coverage they claim."),
  quantiles: z
    .record(z.string().regex(/^0?\.\d*[1-9]\d*$/, "expected a quantile between 0 and 1 such as 0.1"), line)
    .optional()
    .describe('Quantile forecasts: {"0.1": q10, "0.9": q90}.'),
  quantity: line.optional().describe("Unit of the number predicted: million euro."),
};

/** Keys about rows that regression takes. */
export const regressionRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "slices",
  "bands",
  "subject",
  "in_scope",
];
