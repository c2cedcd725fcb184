import * as z from "zod";

import { line, share } from "./plan-values.js";

/** A decision in more than two ways: the score is cut into bands, and each has its outcome. */
export const bands = z
  .array(
    z.strictObject({
      below: z.number().optional().describe("The band holds scores below this; the last band has none."),
      do: line.describe("What happens to a case in the band: passed, sent to review, stopped."),
    }),
  )
  .min(3)
  .optional()
  .describe(
    "Three-way decisions instead of a threshold, lowest scores first: {below: 0.40, do: passed}. The bands between the first and the last are read by people.",
  );

/** How often the people who read the middle bands are wrong themselves; not measured unless given. */
export const reviewers = z
  .strictObject({
    misses: share.optional().describe("Share of the positives they read that they pass."),
    false_alarms: share.optional().describe("Share of the negatives they read that they stop."),
    source: line.optional().describe("Where the shares come from."),
  })
  .optional()
  .describe("Reviewers' own errors, where somebody measured them.");
