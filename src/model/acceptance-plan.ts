import * as z from "zod";

import { day, line } from "./plan-values.js";

/** Who may accept that a must is open, and what was accepted so far. A must that fails cannot be accepted. */
export const acceptancePlanSchema = z.strictObject({
  may_accept: line.describe("The role that may accept an open must."),
  accepted: z
    .array(
      z.strictObject({
        criterion: line.describe("Id of the criterion."),
        by: line.describe("The role that accepted it."),
        on: day,
        until: day.describe("When the acceptance ends."),
        restriction: line.describe("Under what condition: not above 1,000 cases a day."),
      }),
    )
    .default([]),
});

export type AcceptancePlan = z.infer<typeof acceptancePlanSchema>;
