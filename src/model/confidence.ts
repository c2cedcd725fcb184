import * as z from "zod";

import { audiences } from "./audiences.js";

/** Stops of the Uncertainty Spectrum, the strongest first. The first is for counted facts alone. */
export const stops = [
  "certain",
  "well-established",
  "well-supported",
  "partly-supported",
  "speculative",
  "highly-speculative",
] as const;

/** Respects in which evidence can fall short of a claim, in the order in which they are told. */
export const confidenceDomains = [
  "precision",
  "directness",
  "shift",
  "age",
  "labels",
  "replication",
  "provenance",
  "calibration",
  "adversary",
] as const;

/** A phrase with its counts and nouns: the words half makes a sentence of it, in any language. */
const told = {
  message: z.string().describe("Phrase id under `confidence.`."),
  slots: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
};

/** What is said with some confidence: a number of the evidence, or a claim of the plan. */
export const claimKinds = [
  "estimate",
  "comparison",
  "break",
  "untested",
  "chance",
  "counted",
  "cause",
  "cost",
  "expert",
] as const;

/** How good the evidence is for one claim, and why. Nothing here says how likely anything is. */
export const confidenceSchema = z.strictObject({
  claim: z
    .string()
    .describe("`claim:<id>` of the plan, or the estimate it tells, `#test` where of the test alone."),
  kind: z.enum(claimKinds),
  scope: z
    .enum(["use", "test"])
    .describe("use: said of the cases the model meets. test: said only of the cases that were tested."),
  evaluation: z.string().nullable(),
  estimate: z.string().nullable().describe("The estimate it tells; null for a claim of the plan."),
  text: z.string().nullable().describe("The author's sentence of a claim of the plan."),
  seen: z
    .strictObject({
      score: z.number(),
      low_score: z.number(),
      high_score: z.number(),
      numerator: z.number(),
      denominator: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable()
    .default(null)
    .describe("Cases with scores about the score of a chance claim, and how many of them were positive."),
  amount: z
    .strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() })
    .nullable()
    .default(null)
    .describe("Money of a cost claim, in the currency of `costs`."),
  c: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe("1 very low to 5 very high; null for a counted fact, which is no matter of degree."),
  stop: z.enum(stops),
  sum: z.number().describe("Sum of all deductions, zero or below."),
  deductions: z
    .array(
      z.strictObject({
        domain: z.enum(confidenceDomains),
        points: z.union([z.literal(0), z.literal(-1), z.literal(-2)]),
        measured: z
          .boolean()
          .describe("False where nothing speaks for or against: it costs nothing and bars 5."),
        ...told,
      }),
    )
    .describe("Every domain that applies, the largest deduction first."),
  cap: z
    .strictObject({
      id: z.string(),
      most: z.number().describe("Highest C it leaves."),
      domain: z.enum(confidenceDomains).nullable().describe("Domain whose deduction says the same."),
      ...told,
    })
    .nullable()
    .describe("The hard cap that decided, if one did."),
  matrix: z
    .strictObject({
      evidence: z.enum(["limited", "medium", "robust"]),
      agreement: z.enum(["low", "medium", "high"]),
    })
    .nullable()
    .default(null)
    .describe(
      "Lines of evidence and their agreement, for a claim without numbers; they give C in place of a sum.",
    ),
  moves: z
    .array(z.strictObject(told))
    .describe("What would move it up, the inverse of the largest reason first."),
  disclosure: z.enum(audiences).describe("Lowest audience that may see it."),
});

export type Confidence = z.infer<typeof confidenceSchema>;
export type Deduction = Confidence["deductions"][number];
export type ConfidenceDomain = (typeof confidenceDomains)[number];
export type Stop = (typeof stops)[number];
