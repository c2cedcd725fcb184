import type { Rule } from "../rule.js";

/** "1 in 368" cannot be compared with "1 in 40"; counts out of one total can. */
export const oneInX: Rule = {
  id: "one-in-x",
  alias: "L08",
  severity: "warning",
  summary: "Rates are told out of one round total, not as 1 in X.",
  why: "Two rates told as 1 in X have two totals: the larger X looks like more and is less. Out of one round total they can be compared.",
  source: "Pighin 2011; Sirota 2014; Trevena 2013",
  examples: { ok: ["27 of 10,000 left."], notOk: ["1 in 368 left."] },
  text: ({ text }) => {
    const found = /\b(1|one) in (\d[\d,]*)/i.exec(text);
    return found === null
      ? []
      : [
          {
            start: found.index,
            end: found.index + found[0].length,
            text: `Unexpected "${found[0]}", expected a count out of 100, 1,000 or 10,000.`,
            hint: "Readers compare the X, and the larger X looks like more.",
          },
        ];
  },
};
