import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** A score of 0.95 is not a chance of 95 %, and a model is never sure. */
export const sureWithoutCalibration: Rule = {
  id: "sure-without-calibration",
  alias: "L15",
  severity: "error",
  summary: "No score is told as how sure a model is.",
  why: "A score ranks cases. Only a calibration that was tested turns it into a chance, and then the chance is told of cases like this one, not as a feeling of the model.",
  exceptions:
    "The level of a range (“95 % confidence interval”). A passed calibration does not lift the rule: then say “of 100 like this one, about 95”.",
  source: "Guo 2017; Van Calster 2019",
  examples: {
    ok: [
      "It scored this case in the top 5 of 100.",
      "The 95 % confidence interval is wide.",
      "The confidence of 3 reviewers was asked for.",
      "We are sure of the count.",
      "Of 100 like this one, about 15 defaulted within 12 months.",
    ],
    notOk: [
      "The model is 95 % sure.",
      "It read the name with a confidence of 0.97.",
      "The tool was 90% confident.",
    ],
  },
  text: ({ own, annex }) => {
    if (annex || !/%|onfidence/.test(own)) return [];
    const found =
      /\b\d+(?:\.\d+)?\s?% (?:sure|certain|confident|certainty)\b|\b\d+(?:\.\d+)?% (?:sure|certain|confident)\b|\bconfidence(?: score| level)? of (?:about |over |more than )?\d[\d.]*(?!\s?(?:%\s)?(?:intervals?|reviewers?|people|\p{L}+s)\b)(?![\d.]*\d)/iu.exec(
        own,
      );
    return found === null
      ? []
      : [
          atMatch(
            found,
            `Unexpected "${found[0]}", expected where the score stands among others, or how many of 100 like it were right.`,
            "Say: it scored this case in the top 5 of 100.",
          ),
        ];
  },
};
