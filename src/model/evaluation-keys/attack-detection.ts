import * as z from "zod";

import { cell, columns, line, share } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of evidence about attacks: presentations of known species, bona fide ones beside them. */
export const attackKeys = {
  bona_fide: cell
    .optional()
    .describe("Value of the label that means bona fide. Leave it out where only attacks were tried."),
  species: line
    .optional()
    .describe("Column with the attack species or fraud type; the label column when not given."),
  attack_class: line
    .optional()
    .describe("Column that says how an attack came: presentation, injection or document."),
  check: z
    .enum(["biometric", "document"])
    .optional()
    .describe(
      "What is checked: a person (APCER, BPCER; the default) or a document (DFAR, DFRR per fraud type).",
    ),
  flagged: cell.optional().describe("Value of the prediction column that means taken for an attack."),
  no_response: z
    .strictObject({ column: line, value: cell })
    .optional()
    .describe("Where a row says that the system gave no answer, which is neither a catch nor a slip."),
  accepted: z
    .strictObject({ column: line, value: cell })
    .optional()
    .describe("Where a row says that the whole system accepted, whatever this check said."),
  outcome: z
    .strictObject({ column: line, straight_through: cell, review: cell.optional() })
    .optional()
    .describe("Where a row says who decided: nobody (straight through) or a person (review)."),
  claim: share
    .gt(0)
    .lt(1)
    .optional()
    .describe(
      "Highest error rate the test should be able to rule out; 0.05 when not given: 59 cases without one.",
    ),
  coverage: z
    .strictObject({
      columns: columns.describe(
        "Columns whose combinations are the cells: [country, document_type, version].",
      ),
      cells: z
        .array(
          z.strictObject({
            values: z.array(cell).min(1).describe("One value per column, in their order."),
            volume: z.number().min(0).optional().describe("Cases in production."),
            in_scope: z.boolean().optional().describe("True when not given."),
          }),
        )
        .optional(),
      volume: line
        .optional()
        .describe("CSV or Parquet file with the same columns and the cases in production."),
      volume_column: line.optional().describe("Its column of numbers; `volume` when not given."),
    })
    .optional()
    .describe("Which combinations production meets, and how often."),
};

/** Keys about rows that evidence about attacks takes. */
export const attackRowKeys: readonly RowKey[] = [
  "data",
  "delimiter",
  "label",
  "score",
  "score_range",
  "prediction",
  "flag",
  "threshold",
  "threshold_source",
  "slices",
  "bands",
  "in_scope",
];
