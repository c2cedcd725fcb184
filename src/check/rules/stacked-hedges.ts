import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** Two hedges in a row say that the writer is unsure, not what the range is. */
export const stackedHedges: Rule = {
  id: "stacked-hedges",
  alias: "L32",
  severity: "warning",
  summary: "One hedge a clause at most, and no weasel words.",
  why: "“May possibly be somewhat better” costs the reader four words and tells no number. Doubt that is told in numbers costs hardly any trust; doubt in words does.",
  exceptions:
    "Hedges in different clauses (“it may rise, or it may fall”); “May” the month; “rather than”, “as well as”, “could gain or lose”.",
  source: "van der Bles 2020; btford/weasel-words",
  examples: {
    ok: [
      "Range −1 to 5 of 100.",
      "It may rise, or it may fall.",
      "By 12 May it could be tested.",
      "We count rather than guess.",
      "Over a year it could gain or lose.",
      "Many of its leavers get no call.",
    ],
    notOk: [
      "It may possibly be relatively better.",
      "It might perhaps help.",
      "It is arguably the calmer choice.",
      "To some extent the score still works.",
    ],
  },
  text: ({ own, annex, where }) => {
    if (annex || where === "cell") return [];
    const found = stacked.exec(own) ?? weasels.exec(own);
    return found === null
      ? []
      : [
          atMatch(
            found,
            `Unexpected "${found[0]}", expected a range, or nothing.`,
            "Give the range; or say that it was not measured.",
          ),
        ];
  },
};

const hedge =
  "(?:may|[Mm]ight|[Cc]ould|possibly|[Pp]erhaps|somewhat|relatively|potentially|presumably|conceivably)";
const stacked = new RegExp(
  `\\b${hedge}\\b(?:(?!\\b(?:and|or|but|than|that|which)\\b)[^.,;:()—–]){0,30}\\b${hedge}\\b`,
);
const weasels =
  /\b(?:arguably|to some extent|to a certain extent|more or less|in some sense|it (?:could|can|might) be argued|some (?:would|might) say|it is (?:widely )?(?:believed|known|said) that|(?<!\bno )extremely (?!(?:un)?likely)|remarkably|incredibly|hugely|fairly (?=\p{L}+(?:ly|[a-z])\b)(?!and\b|between\b|to\b|by\b|in\b|with\b))\b/iu;
