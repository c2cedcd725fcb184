import * as z from "zod";

import { amount, line, share } from "./plan-values.js";

/** The one case that a case note is about. */
export const casePlanSchema = z.strictObject({
  id: line.optional().describe("What the case is called in your records."),
  score: share.describe("Its score, a fraction in [0, 1]."),
  slice: line.optional().describe("The group it belongs to, where it has one: job=partime."),
  accept: line
    .optional()
    .describe(
      "What is done with it when the score speaks for it, as an order: approve. With `refuse`, `earns` and `loses`.",
    ),
  refuse: line.optional().describe("What is done with it when the score speaks against it: decline."),
  earns: amount
    .optional()
    .describe(
      "What one such case brings when it is accepted and turns out well, in the currency of `costs`.",
    ),
  loses: amount
    .optional()
    .describe(
      "What one such case costs when it is accepted and turns out badly, in the currency of `costs`.",
    ),
  limits: z.array(line).max(3).optional().describe("What the policy allows the one who decides."),
  unseen: z.array(line).max(5).optional().describe("What bears on the case and is no input of the score."),
  tips: z.array(line).max(3).optional().describe("What would tip the answer one way or the other."),
});

export type CasePlan = z.infer<typeof casePlanSchema>;
