import * as z from "zod";

import { cell, count, line, share } from "../plan-values.js";
import { estimateUnits } from "../units.js";

/** A number, or the digits of one as they were printed. */
const printedNumber = z.union([
  z.number(),
  z.string().regex(/^-?\d{1,15}(\.\d{1,15})?$/, 'expected a number such as 0.91, or "0.910" as printed'),
]);

/** A share, or the digits of one as they were printed. */
const printedShare = z.union([
  share,
  z.string().regex(/^(0(\.\d{1,17})?|1(\.0{1,17})?)$/, 'expected a share such as 0.9, or "0.90" as printed'),
]);

/** One line of a classification report. */
export const printedClass = z.strictObject({
  class: cell.describe("Name of the class."),
  precision: printedShare.optional().describe('As printed; in quotes every digit counts: "0.90".'),
  recall: printedShare.optional().describe('As printed; in quotes every digit counts: "0.90".'),
  f1: printedShare.optional().describe('As printed; in quotes every digit counts: "0.90".'),
  support: count.optional().describe("Actual cases of the class."),
});

/** Keys of ready metrics that no other kind of evidence defines. */
export const reportedKeys = {
  metrics: z
    .array(
      z.strictObject({
        metric: line.describe("Name of the metric; one that is not known here is kept under its own."),
        value: printedNumber.describe("As reported. It never gains an interval."),
        averaging: line.optional().describe("How it was averaged over classes: macro, micro, weighted."),
        n: count.optional().describe("Cases it was measured on, where that was reported."),
        unit: z
          .enum(estimateUnits)
          .optional()
          .describe("What the value is; as the metric has it if not given."),
        slice: line.optional().describe("Group it is told of: country=DE; all cases when not given."),
        facet: line.optional().describe("What it is narrowed to: a class, an attack species, a target."),
      }),
    )
    .min(1)
    .max(2_000)
    .optional()
    .describe("Ready metrics, as somebody reported them."),
  classes_complete: z
    .boolean()
    .optional()
    .describe(
      "True when every case has one actual and one predicted class of `classes`: then their sums help to rebuild counts.",
    ),
};

/** Other keys that reported metrics take. */
export const reportedRowKeys: readonly string[] = ["reported_by", "classes"];
