import * as z from "zod";

import { line } from "./plan-values.js";

/** Sides from which one decision is looked at. */
export const lenses = ["business", "technical", "risk"] as const;

const question = line.regex(/\?$/, "expected a question that ends with a question mark").optional();

/** The question that each lens leaves with its reader. */
export const lensesPlanSchema = z.strictObject({
  business: question.describe("Question on money, time and customers."),
  technical: question.describe("Question on what was measured, on whom, and what would break it."),
  risk: question.describe("Question on who is wrongly affected, on law, misuse and oversight."),
});
