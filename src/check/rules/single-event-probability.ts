import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** "15 % chance" of one case: of what hundred, and within what time? */
export const singleEventProbability: Rule = {
  id: "single-event-probability",
  alias: "L16",
  severity: "error",
  summary: "A chance is told as so many of 100 like this, within a time.",
  why: "A chance of one event has no class of its own: readers take it as a share of the time, of the place, or of the person. So many of 100 like this one leaves no choice.",
  exceptions: "A paragraph that gives the class (“of 100 applicants scored like this”) and the time.",
  source: "Gigerenzer 2005",
  examples: {
    ok: [
      "Of 100 applicants scored like this, 15 defaulted within 12 months.",
      "Read as a 15 % chance of default: of 100 applicants scored like this, 15 defaulted within 12 months.",
      "The 20 % risk premium is a price.",
      "The risk team read 40 files.",
      "Chance alone moves the figure by a few of 100.",
    ],
    notOk: [
      "He has a 15 % chance of default.",
      "The risk of a fault is 3 %.",
      "The probability that she leaves is 40 %.",
    ],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex || !own.includes("%")) return [];
    const found = before.exec(own) ?? after.exec(own);
    if (found === null) return [];
    const around = paragraphOf(document, sentence);
    if (classTold.test(around) && timeTold.test(around)) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}" of a single case, expected how many of 100 like it, and within what time.`,
        "Say: of 100 applicants scored like this, 15 defaulted within 12 months.",
      ),
    ];
  },
};

const before =
  /\d+(?:\.\d+)?\s?%[ -](?:chance|probability|risk|likelihood)\b(?! (?:premium|weight|weights|weighted|weighting|budget|margin|charge|buffer|appetite|adjust\w*|limit))/i;
const after =
  /\b(?:chance|probability|risk|likelihood) (?:of|that|to)\b[^.;:%]{0,50}\b(?:is|was|at|stands at|of)(?: about| around| only| over)? \d+(?:\.\d+)?\s?%/i;
const classTold = /\b(?:of|among|out of) (?:every |each |about )?\d[\d,]* (?:\p{L}+ ){0,4}\p{L}/iu;
const timeTold =
  /\b(?:within|in|over|per|each|every|next|during|a|an|one)\s+(?:the )?(?:next |last |first |following )?(?:\d+|one|two|three|six|twelve)?\s*(?:days?|weeks?|months?|quarters?|years?|hours?|night)\b|\b(?:since|until|by|from) (?:\d|[A-Z])/i;
