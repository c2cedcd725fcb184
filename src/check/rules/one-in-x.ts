import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** "1 in 368" cannot be compared with "1 in 40"; counts out of one total can. */
export const oneInX: Rule = {
  id: "one-in-x",
  alias: "L08",
  severity: "warning",
  summary: "Rates are told out of one round total, not as 1 in X.",
  why: "Two rates told as 1 in X have two totals: the larger X looks like more and is less. Out of one round total they can be compared.",
  exceptions:
    "The words of a law, a standard or a named source; a span of time; a year. German says a count with the same word: “1 von 8” is one counted of eight, “einer von acht” is not.",
  source: "Pighin 2011; Sirota 2014; Trevena 2013",
  languages: ["en", "de"],
  examples: {
    ok: [
      "27 of 10,000 left.",
      "Article 7 of the regulation allows 1 in 1,000,000.",
      "One in 2024 was rebuilt by hand.",
      "The score is renewed once, and the rule was changed one in 3 months.",
      "It counts 21 in 40 stores.",
    ],
    notOk: ["1 in 368 left.", "About one in 40 alerts is right."],
  },
  text: ({ own }, { lang }) => {
    const found = patterns[lang]?.exec(own);
    if (found == null || sources.test(own)) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}", expected a count out of 100, 1,000 or 10,000.`,
        "Readers compare the X, and the larger X looks like more.",
      ),
    ];
  },
};

const patterns: Readonly<Record<string, RegExp>> = {
  en: /(?<![\d.,–-])\b(?:1|one) in (?!(?:19|20)\d\d\b)(\d[\d,]*)(?! ?(?:%|seconds?|minutes?|hours?|days?|weeks?|months?|years?|steps?)\b)(?![\d,]*\d)/i,
  de: /\bjede[rsn]? (?:zweite|dritte|vierte|fünfte|sechste|achte|zehnte|zwanzigste|hundertste|tausendste|\d+\.)n?\b|(?<![\d.,–-])\b(?:1 (?:zu|unter)|eine[rsm]? (?:von|unter|aus)) (?!(?:10|100|1\.000|10\.000|100\.000)\b)\d[\d.]*/i,
};

/** A law or a source may speak as it likes; we quote it. */
const sources =
  /\b(section|article|act|directive|regulation|law|standard|ISO|according to|laut|Artikel|Gesetz|Norm|Verordnung)\b|§/i;
