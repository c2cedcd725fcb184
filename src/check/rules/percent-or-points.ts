import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** From 40 % to 42 % is 2 points and 5 %; "2 % better" may mean either. */
export const percentOrPoints: Rule = {
  id: "percent-or-points",
  alias: "L07",
  severity: "error",
  summary: "A change of a share is told in counts or points, not in percent.",
  why: "Where the thing itself is a share, “2 % better” may mean 2 more of 100, or 2 hundredths of what it was. Readers take the larger.",
  exceptions: "Changes of amounts that are no shares: money, stock, time.",
  examples: {
    ok: [
      "A gets 2 more of every 100 right.",
      "Recall rose by 2 points.",
      "Stock is 30 % above plan.",
      "The share of new customers is 20 % of revenue.",
      "Rate and price are told per month.",
    ],
    notOk: ["A is 2 % better.", "Recall improved by 2 %.", "The error rate is 5 % lower in spring."],
  },
  text: ({ own, annex }) => {
    if (annex || !own.includes("%")) return [];
    const found = better.exec(own) ?? shareMoves.exec(own) ?? lowerShare.exec(own);
    return found === null
      ? []
      : [
          atMatch(
            found,
            `Unexpected "${found[0]}", expected how many more of 100, or percentage points.`,
            "Say: 2 more of every 100.",
          ),
        ];
  },
};

const share =
  "(?:accuracy|recall|precision|sensitivity|specificity|F1|AUC|coverage|(?:error|miss|hit|catch|approval|acceptance|refusal|conversion|churn|fraud|default|alarm|rejection) rate|share)";
const better = /\d+(?:\.\d+)?\s?% (?:better|worse|more accurate|less accurate|more precise)\b/i;
const shareMoves = new RegExp(
  `\\b${share}\\b[^.;:]{0,40}\\b(?:rose|fell|up|down|increas\\w+|decreas\\w+|improv\\w+|dropp?\\w*|gain\\w*|lost|grew|climbed|declin\\w+)(?: by)? (?:about |only )?\\d+(?:\\.\\d+)?\\s?%(?! of\\b)(?!\\s?points?)`,
  "i",
);
const lowerShare = new RegExp(
  `\\b${share}\\b[^.;:]{0,30}\\d+(?:\\.\\d+)?\\s?% (?:higher|lower|less|more)\\b|\\d+(?:\\.\\d+)?\\s?% (?:higher|lower|more|less) ${share}\\b`,
  "i",
);
