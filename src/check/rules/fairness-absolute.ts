import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** "Fair" is many measures that cannot all hold at once; counts per group say what was seen. */
export const fairnessAbsolute: Rule = {
  id: "fairness-absolute",
  alias: "L28",
  severity: "error",
  summary: "No model is called fair, unbiased, neutral or objective.",
  why: "With unequal base rates no model can be equal in every error for every group, so each claim of fairness is true of one measure and untrue of another. Counts per group leave the judgement to the reader.",
  exceptions:
    "Denials and questions; “unbiased” of an estimate or a sample; an objective, a fair comparison, a trade fair: words that are not about a model or its decisions; quotation marks.",
  source: "Angwin 2016 and the replies to it; Chouldechova 2017",
  examples: {
    ok: [
      "Refused 24 vs 61 per 1,000 (newer vs older phones); other groups not measured.",
      "The objective of the pilot is a fair comparison.",
      "An unbiased estimate needs a random sample.",
      "Whether the score is fair is for people to say.",
      "“Fair” has more than one meaning.",
      "The fair value of the loan is a price.",
    ],
    notOk: [
      "The score is bias-free.",
      "Its decisions are fair.",
      "This unbiased model ranks all alike.",
      "The AI is objective.",
    ],
  },
  text: ({ own, annex }) => {
    if (annex || !/bias|fair|neutral|objective/i.test(own)) return [];
    const found = bare.exec(own) ?? predicate.exec(own) ?? attribute.exec(own);
    if (found === null || denial.test(own.slice(0, found.index + found[0].length))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}", expected the errors of each group in counts.`,
        "Say: refused 24 and 61 per 1,000 in these two groups; others not measured.",
      ),
    ];
  },
};

const bare =
  /(?<!["“'‘])\b(?:bias-free|free (?:of|from) (?:any )?bias(?:es)?|without (?:any )?bias|unbiased(?! (?:estimat|sampl|way to (?:sampl|estimat))))\b(?!["”'’])/i;
const subject =
  "(?:models?|scores?|systems?|AI|algorithms?|classifiers?|decisions?|outcomes?|results?|refusals?|approvals?|treatment|check|it|they|ranking|predictions?)";
const predicate = new RegExp(
  `\\b${subject}\\b(?: \\p{L}+){0,3}? (?:is|are|remains?|stays?|was|were) (?:\\p{L}+ly )?(?:both )?(?:fair|neutral|objective)\\b(?! (?:game|enough|comparison|value|price|to say|function))`,
  "iu",
);
const attribute =
  /\b(?:fair|neutral|objective) (?:models?|scores?|systems?|AI|algorithms?|classifiers?|decisions?|outcomes?|treatment|predictions?)\b/i;
const denial = /\b(?:not|never|nor|no|whether|if|cannot|how|neither|unfair|nobody)\b|n['’]t\b/i;
