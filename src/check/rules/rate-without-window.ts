import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** "5 % churn": in a week or in a year? */
export const rateWithoutWindow: Rule = {
  id: "rate-without-window",
  alias: "L48",
  severity: "warning",
  summary: "A rate of something that happens says within what time.",
  why: "5 of 100 leaving in a month is half the customers in a year; in a year it is few. Without the time the same number is an alarm or a comfort.",
  exceptions: "A time anywhere in the paragraph. Rates of a test, which have no time: they are of cases.",
  source: "Trevena 2013: a reference class over time",
  examples: {
    ok: [
      "50 of 1,000 left within 3 months.",
      "Churn was 5 % of customers a month.",
      "In the first quarter 5 % churn was counted.",
      "The 5 % fraud samples were read twice.",
      "The model reads 5 % of the files.",
    ],
    notOk: ["We have 5 % churn.", "The default rate is 4 %.", "Attrition of 7 % is usual."],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex || !own.includes("%")) return [];
    const found = before.exec(own) ?? after.exec(own);
    if (found === null || time.test(paragraphOf(document, sentence))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}" without a time, expected within how long.`,
        "Say: 50 of 1,000 left within 3 months.",
      ),
    ];
  },
};

const event =
  "(?:churn|default|attrition|turnover|cancellation|chargeback|return|refund|conversion|incidence|failure|accident|readmission|mortality)";
const before = new RegExp(
  `\\d+(?:\\.\\d+)?\\s?% (?:of )?(?:${event})(?: rate)?\\b(?! (?:model|score|sample|case|file|probabilit))`,
  "i",
);
const after = new RegExp(
  `\\b${event}(?: rates?)? (?:is|was|of|stands at|at|reached|reaches)(?: about| only| around)? \\d+(?:\\.\\d+)?\\s?%`,
  "i",
);
const time =
  /\b(?:days?|weeks?|weekly|months?|monthly|quarters?|quarterly|years?|yearly|annual|annually|hours?|daily|night|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d|since|term)\b|\bMay\b/i;
