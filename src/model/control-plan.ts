import * as z from "zod";

import { day, line } from "./plan-values.js";

/** Something people can turn to change what the model does: a cut-off, a rule beside it, a setting. */
export const controlSchema = z.strictObject({
  name: line.describe("What can be turned, as it reads in a sentence: the cut-off for scanned passports."),
  step: line.describe("How it was turned when its effect was measured: from strict to mild."),
  changed_by: line.optional().describe("The role that may turn it."),
  effect: line
    .optional()
    .describe("Id of the estimate of what it changed: paired-recall-difference[before-vs-after]@all."),
  rollback_tested: day.optional().describe("Day on which turning it back was tried."),
});
