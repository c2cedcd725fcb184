import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** The term is used for three different shares; say which. */
export const unqualifiedFalsePositiveRate: Rule = {
  id: "unqualified-false-positive-rate",
  alias: "L20",
  severity: "error",
  summary: "“False positive rate” is never printed: say of what.",
  why: "The term is in use for wrong alerts among the honest, among the alerts, and among all cases. Between them a number can differ a thousandfold.",
  exceptions: "The term itself in quotation marks, where it is talked about and no number is given for it.",
  source: "South Wales Police 2017, 92 % of the alerts, beside figures of other forces of all faces seen",
  languages: ["en", "de"],
  examples: {
    ok: [
      "Of 2,470 alerts, 2,297 were wrong.",
      "“False positive rate” is a name for three different shares.",
      "False positives cost us an hour each.",
      "Of 1,000 honest applications, 34 are stopped.",
    ],
    notOk: ["It has a 93 % of alerts false positive rate.", "The FPR is low."],
  },
  text: ({ own }, { lang }) => {
    const found = patterns[lang]?.exec(own);
    if (found == null || (isQuoted(own, found.index, found[0].length) && !/\d/.test(own))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}", expected a count of the flagged or of the honest.`,
        "It is used for three different shares; name yours.",
      ),
    ];
  },
};

const patterns: Readonly<Record<string, RegExp>> = {
  en: /\bfalse[- ]positive[- ]rates?\b|\bFPR\b/i,
  de: /\b(?:falsch[- ]?positiv[- ]?raten?|false[- ]positive[- ]rates?|fehlalarmraten?|FPR)\b/i,
};

function isQuoted(text: string, at: number, length: number): boolean {
  return /["“„'‘]$/.test(text.slice(0, at)) && /^["”“'’]/.test(text.slice(at + length));
}
