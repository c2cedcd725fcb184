import * as z from "zod";

import { line } from "./plan-values.js";

/*
 * Words of the author for a language that declines its nouns. English needs two forms of a noun, and they stand
 * under `words` itself; German needs four and the gender, and they stand under `words.de`.
 */

/** A noun in the forms a German sentence needs. A nominative plural is also its accusative: no article stands before it. */
export const declinedNoun = z.strictObject({
  one: line.describe('Nominative singular, as after "ein": ehrlicher Antrag.'),
  many: line.describe('Nominative plural without an article, as in "12 sind": ehrliche Anträge.'),
  of_one: line.optional().describe('Dative singular, as after "von 1", where it differs from `one`.'),
  of_many: line.describe('Dative plural, as after "von 12": ehrlichen Anträgen.'),
  gender: z.enum(["m", "f", "n"]).describe("Masculine, feminine or neuter: chooses ein or eine."),
});

export type DeclinedNoun = z.infer<typeof declinedNoun>;

const groupName = z.union([
  line.describe(
    'Nominative and dative plural, "Anträge aus Malta / Anträgen aus Malta", or one form for both.',
  ),
  z.strictObject({ many: line, of_many: line }),
]);

export const germanWords = z.strictObject({
  case: declinedNoun.optional().describe("What is scored: Antrag."),
  positive: declinedNoun.optional().describe("A case the model should flag: Betrugsversuch."),
  negative: declinedNoun.optional().describe("A case it should leave alone: ehrlicher Antrag."),
  flagged: line.optional().describe("What happens to a flagged case, a participle after werden: gestoppt."),
  missed: line.optional().describe("What happens to a positive case that is not flagged: durchgelassen."),
  unflagged: line.optional().describe("What happens to any case that is not flagged: durchgelassen."),
  names: z
    .record(z.string(), groupName)
    .optional()
    .describe(
      "Names of columns, groups, classes and models, keyed as `names` of the evaluations or by the name itself.",
    ),
});

export type GermanWords = z.infer<typeof germanWords>;
