import * as z from "zod";

import { line } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of forecasts beside those of regression. */
export const forecastKeys = {
  time: line
    .optional()
    .describe(
      "Column with the period a row is about: 2026-09-30, 2026-09, 2026-W40, 2026-Q3, 2026, or a number.",
    ),
  horizon: line.optional().describe("Column with how many periods ahead the forecast was made."),
  season: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe("Periods of one season: 12 for months that repeat by year."),
  history: line
    .optional()
    .describe(
      "File with the series before the forecasts began, columns as in data: scales the error (MASE).",
    ),
  block_length: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("Neighbouring periods drawn together for intervals; by default the longest horizon or more."),
};

/** Keys about rows that a forecast takes. */
export const forecastRowKeys: readonly RowKey[] = ["data", "delimiter", "slices", "bands", "in_scope"];
