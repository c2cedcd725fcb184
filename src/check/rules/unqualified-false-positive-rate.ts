import type { Rule } from "../rule.js";

/** The term is used for three different shares; say which. */
export const unqualifiedFalsePositiveRate: Rule = {
  id: "unqualified-false-positive-rate",
  alias: "L20",
  severity: "error",
  summary: "“False positive rate” is never printed: say of what.",
  why: "The term is in use for wrong alerts among the honest, among the alerts, and among all cases. Between them a number can differ a thousandfold.",
  source: "South Wales Police 2017, 92 % of the alerts, beside figures of other forces of all faces seen",
  examples: {
    ok: ["Of 2,470 alerts, 2,297 were wrong."],
    notOk: ["It has a 93 % of alerts false positive rate."],
  },
  text: ({ text }) => {
    const found = /\bfalse[- ]positive[- ]rates?\b|\bFPR\b/i.exec(text);
    return found === null
      ? []
      : [
          {
            start: found.index,
            end: found.index + found[0].length,
            text: `Unexpected "${found[0]}", expected a count of the flagged or of the honest.`,
            hint: "It is used for three different shares; name yours.",
          },
        ];
  },
};
