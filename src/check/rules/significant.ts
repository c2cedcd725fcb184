import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** To a reader "significant" means large; to a statistician, not zero. */
export const significant: Rule = {
  id: "significant",
  alias: "L47",
  severity: "warning",
  summary: "“Significant” is not used for a difference; its size and range are.",
  why: "One reader hears “large”, the other “not by chance”. A difference may be either without the other. Its size with its range says both.",
  exceptions: "“Statistically significant” beside its test and range; significant digits; quotation marks.",
  languages: ["en", "de"],
  examples: {
    ok: [
      "It finds 3 more of 100 (range 1 to 5).",
      "Money is told to two significant figures.",
      "The gap is statistically significant: 3 of 100, 95 % interval 1 to 5, McNemar's test.",
      "“Significant” is a word of two meanings.",
      "The sign of the gap is clear.",
    ],
    notOk: ["It is significantly better.", "That is a significant gap in spring."],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    const found = annex ? null : patterns[document.lang]?.exec(own);
    if (found == null) return [];
    const quoted = /["“„'‘]$/.test(own.slice(0, found.index));
    if (quoted || (/^statisti/i.test(found[0]) && tested.test(paragraphOf(document, sentence)))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}", expected how large the difference is, with its range.`,
        "Say: 3 more of 100 (range 1 to 5).",
      ),
    ];
  },
};

const patterns: Readonly<Record<string, RegExp>> = {
  en: /\b(?:statistically )?significant(?:ly)?\b(?! (?:figures?|digits?|places?|bits?|other))/i,
  de: /\b(?:statistisch )?signifikant(?:e[rmns]?)?\b(?! (?:Stellen|Ziffern))/i,
};
const tested = /\b(?:test|interval|range|p\s?[=<>]|bound|Intervall|Bereich)\b/i;
