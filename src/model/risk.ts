import * as z from "zod";

import { stops } from "./confidence.js";

const level = z.number().int().min(1).max(5);

/** Wrong decisions expected in a month from which a likelihood is 2, 3, 4 and 5. */
export const likelihoodSteps = [0.1, 1, 10, 100] as const;

/** Why a likelihood has no number, or where it comes from. */
export const likelihoodBases = [
  "measured", // The bound of a rate, times the cases a month.
  "reported", // A rate without counts: it has no bound.
  "untested", // Nothing was measured: never below 3.
  "no-attempts", // How often it is tried is not known.
  "no-volume", // How many cases there are a month is not known.
  "no-rate", // The evidence holds no rate of errors.
] as const;

const given = z
  .strictObject({ level, reason: z.string(), computed: level.nullable() })
  .nullable()
  .describe("What the author set in place of the computed one, and why; the computed one stays beside it.");

const events = z.strictObject({ point: z.number().nullable(), upper: z.number().nullable() });

/**
 * How grave a limitation is and how often it strikes, from the evidence: standards of severity and likelihood.
 *
 * Each level is held twice: `point` follows the observed value, `upper` the end that the evidence does not rule out.
 */
export const riskSchema = z.strictObject({
  severity: z
    .strictObject({
      point: level,
      upper: level,
      raised: z.array(z.enum(["no-appeal", "many-persons"])).describe("Why it is above the harm class."),
      given,
    })
    .nullable()
    .describe("1 inconvenience to 5 safety or liberty; null when nobody has said whom it harms."),
  likelihood: z.strictObject({
    point: level.nullable(),
    upper: level.nullable().describe("Null when it cannot be estimated."),
    basis: z.enum(likelihoodBases),
    given,
  }),
  estimate: z.string().nullable().describe("The rate of errors it rests on."),
  rate: z
    .strictObject({ point: z.number(), upper: z.number().nullable() })
    .nullable()
    .describe("Share of wrong decisions, and its one-sided 95 % upper bound."),
  exposure: events.nullable().describe("Cases a month that can be judged so wrongly, or attempts."),
  events: events.nullable().describe("Wrong decisions expected in a month: rate times exposure."),
  harm: z
    .strictObject({
      value: z.number(),
      low: z.number(),
      high: z.number(),
      unit: z.enum(["money", "cases"]),
      reference: z.enum(["others", "none"]).describe("Beyond all other cases, or beyond no error at all."),
    })
    .nullable()
    .describe("Expected in a month, the bounds of 95 %: the register is ordered by the upper one."),
  grade: z.enum(["E0", "E1", "E2", "E3", "E4"]).nullable(),
  stop: z
    .strictObject({ c: level.nullable(), stop: z.enum(stops) })
    .nullable()
    .default(null)
    .describe("How far the evidence carries its number; null without one."),
  acceptance: z.enum(["none", "valid", "expired"]).describe("Whether somebody has accepted what is left."),
  escalated: z.boolean().describe("Grave and not rare, and nobody has accepted it: no release."),
});

export type Risk = z.infer<typeof riskSchema>;
export type LikelihoodBasis = Risk["likelihood"]["basis"];
