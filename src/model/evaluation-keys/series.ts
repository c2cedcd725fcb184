import * as z from "zod";

import { line } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of a number watched over time; `time` and `season` are those of a forecast. */
export const seriesKeys = {
  measure: line.optional().describe("Column with the number watched over time, one per period."),
  events: line.optional().describe("Column with how many cases of a period count, beside `cases`."),
  cases: line.optional().describe("Column with how many cases a period had."),
  baseline_periods: z
    .number()
    .int()
    .min(5)
    .optional()
    .describe("Periods at the start that show the level in order; a fifth, at least 8, when not given."),
  recorded_events: z
    .array(
      z.strictObject({
        at: line.describe("Period in which it happened, written as in the time column."),
        what: line.describe("What happened, in a few words."),
      }),
    )
    .optional()
    .describe("What is known to have happened, to be set beside a break; being near is no cause."),
};

/** Keys about rows that a series takes. */
export const seriesRowKeys: readonly RowKey[] = ["data", "delimiter"];

/** Keys of a forecast that a series takes. */
export const seriesTimeKeys = ["time", "season"] as const;
