import * as z from "zod";

import { cell, line, share } from "../plan-values.js";
import type { RowKey } from "./common.js";

/** Keys of evidence about several checks that one case must pass. */
export const layerKeys = {
  layers: z
    .array(
      z.union([
        line.describe("Column with the decision of a layer."),
        z.strictObject({
          name: line.describe("A layer of which only rates are known."),
          slip: share.optional().describe("Share of attacks it lets pass."),
          false_stop: share.optional().describe("Share of honest cases it stops."),
        }),
      ]),
    )
    .min(2)
    .max(12)
    .optional()
    .describe("The layers: decision columns of the same rows, or stated rates where there are no rows."),
  stops: cell.optional().describe("Value by which a layer stops a case."),
};

/** Other keys that evidence about layers takes. */
export const layerRowKeys: readonly (RowKey | "species" | "bona_fide")[] = [
  "data",
  "delimiter",
  "label",
  "species",
  "bona_fide",
];
