import { sentenceLimit, wordCount } from "../../phrasing/sentence-limit.js";
import type { Rule } from "../rule.js";

/** Past 25 words most readers lose the thread. */
export const longSentence: Rule = {
  id: "long-sentence",
  alias: "L33",
  severity: "error",
  summary: "A sentence has at most 25 words, a German one 22.",
  why: "Past 25 words most readers lose the thread. German says in one compound what English says in three words and keeps its verb for the end, so its limit is 22.",
  source: "GOV.UK content design",
  examples: {
    ok: ["Two short sentences say it. They are easier."],
    notOk: [
      "This one sentence goes on and on because it was written by someone who wanted to say everything at once without a stop or a pause anywhere at all.",
    ],
  },
  languages: ["en", "de"],
  text: ({ text, annex, where, lang: own }, { lang }) => {
    if (annex || where === "cell") return [];
    const most = sentenceLimit(own ?? lang);
    const words = wordCount(text);
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
