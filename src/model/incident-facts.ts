import * as z from "zod";

/** Roles of the forecasts that an incident compares. */
export const incidentRoles = [
  "before",
  "after",
  "rule-before",
  "rule-after",
  "result-model",
  "result-rule",
] as const;

const money = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

/** What was counted of one incident: of the plan's words, nothing but the cost of a unit. */
export const incidentFactsSchema = z.strictObject({
  document: z.number().describe("Index of the document in the plan."),
  series: z.string().nullable().describe("Evaluation whose series shows the break."),
  sums: z
    .array(
      z.strictObject({
        role: z.enum(incidentRoles),
        evaluation: z.string(),
        periods: z.number(),
        actual: z.number().describe("Sum of the actuals."),
        over: z.number().describe("Sum of what the forecast was too high by."),
        under: z.number().describe("Sum of what it was too low by."),
      }),
    )
    .describe("Forecasts compared, each summed over its periods."),
  mixed: z
    .boolean()
    .describe("True where the break does not lie between the two forecasts compared, as it should."),
  cost: money.nullable().describe("Money so far; null where no cost of a unit is stated."),
  detection: z
    .strictObject({
      day: z.string(),
      days: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    })
    .nullable()
    .describe(
      "Days from the first period of the new level until it was noticed, with the range of the break.",
    ),
  avoided: z
    .strictObject({
      of: z.enum(["after", "result"]),
      over: z.number().describe("What the rule was less too high by than the model, in the same periods."),
      under: z.number().describe("What the rule was less too low by; below zero where it was more."),
      cost: money.nullable(),
    })
    .nullable()
    .describe("The rule against the model in the same periods; null where they cannot be compared."),
  cause: z
    .strictObject({ claim: z.string(), tested: z.enum(["no", "controlled", "reversed"]) })
    .nullable()
    .describe("The claim about the cause, and how it was tested."),
  mended: z.strictObject({ day: z.string(), days: z.number() }).nullable(),
});

export type IncidentFacts = z.infer<typeof incidentFactsSchema>;
export type IncidentSums = IncidentFacts["sums"][number];
