import type { Rule } from "../rule.js";

const most = 25;

/** Past 25 words most readers lose the thread. */
export const longSentence: Rule = {
  id: "long-sentence",
  alias: "L33",
  severity: "error",
  summary: "A sentence has at most 25 words.",
  why: "Past 25 words most readers lose the thread.",
  source: "GOV.UK content design",
  examples: {
    ok: ["Two short sentences say it. They are easier."],
    notOk: [
      "This one sentence goes on and on because it was written by someone who wanted to say everything at once without a stop or a pause anywhere at all.",
    ],
  },
  text: ({ text, annex, where }) => {
    if (annex || where === "cell") return [];
    const words = text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    return words > most
      ? [
          {
            text: `Unexpected ${words} words in one sentence, expected at most ${most}: "${text.slice(0, 60)}…"`,
            hint: "Make it two.",
          },
        ]
      : [];
  },
};
