import type { Rule } from "../rule.js";

/** The term is used for three different shares; say which. */
export const unqualifiedFalsePositiveRate: Rule = {
  id: "unqualified-false-positive-rate",
  alias: "L20",
  severity: "error",
  summary: "“False positive rate” is never printed: say of what.",
  examples: {
    ok: "Of 2,470 alerts, 2,297 were wrong.",
    notOk: "It has a 93 % of alerts false positive rate.",
  },
  check: ({ sentences }) =>
    sentences.flatMap(({ text, place }) => {
      const found = /\bfalse[- ]positive[- ]rates?\b|\bFPR\b/i.exec(text);
      return found === null
        ? []
        : [
            {
              place,
              text: `Unexpected "${found[0]}", expected a count of the flagged or of the honest.`,
              hint: "It is used for three different shares; name yours.",
            },
          ];
    }),
};
