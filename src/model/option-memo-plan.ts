import * as z from "zod";

import type { Stop } from "./confidence.js";
import { count, line, slug } from "./plan-values.js";

/** What a declared fact rests on, the strongest first. */
export const factBases = ["contract", "seen", "vendor", "judgement"] as const;

type FactBasis = (typeof factBases)[number];

/**
 * How far each basis carries a declared fact. A clause that binds is no matter of degree; what somebody saw once is
 * short of repeated evidence; a vendor's word and a judgement are held as low as the hard caps hold measured claims.
 */
export const stopOfBasis: Readonly<Record<FactBasis, Stop>> = {
  contract: "certain",
  seen: "well-supported",
  vendor: "speculative",
  judgement: "speculative",
};

const cell = z.strictObject({
  option: slug.describe("Id of the option it is about."),
  says: line.describe("The fact in a few words: three years, no break clause."),
  basis: z
    .enum(factBases)
    .describe(
      "contract: a clause, price list or law that binds. seen: a trial or inspection of our own. vendor: the vendor says so. judgement: somebody judges so.",
    ),
  source: line.describe("Where it stands: draft contract, clause 7."),
});

/** What an option memo holds beside its options and its evidence. */
export const optionMemoPlanSchema = z.strictObject({
  exit: line.optional().describe("Whether the decision can be taken back, by when, and what that costs."),
  criteria: z
    .array(
      z.strictObject({
        name: line
          .optional()
          .describe("What is compared, as it reads in the table; for `metric` its own name."),
        metric: slug
          .optional()
          .describe("Measured on every option with a `model`: accuracy-test. Its cells need no words."),
        cells: z.array(cell).optional().describe("Declared facts; an option without one is not measured."),
      }),
    )
    .max(8)
    .optional()
    .describe("The same criteria for all options."),
  wrong: z
    .array(z.strictObject({ option: slug, cost: line }))
    .max(5)
    .optional()
    .describe("What it costs to have picked an option wrongly, each way."),
  reverses: z.array(line).max(4).optional().describe("What would change the recommendation."),
  despite: line
    .optional()
    .describe("Why an option is recommended although another was clearly right more often."),
  pilot_cases: count.optional().describe("How many cases the pilot is planned to judge."),
});

export type OptionMemoPlan = z.infer<typeof optionMemoPlanSchema>;
