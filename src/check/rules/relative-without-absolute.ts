import { atMatch } from "../at-match.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** "Cuts losses by 28 %" says nothing about how many losses there were. */
export const relativeWithoutAbsolute: Rule = {
  id: "relative-without-absolute",
  alias: "L06",
  severity: "error",
  summary: "A relative change stands after the two numbers it compares.",
  why: "28 % fewer can be 280 of 1,000 or 28 of 100,000. A relative change looks large where the thing is rare, and more people agree to it.",
  exceptions:
    "A paragraph that gives both numbers: “from 96 to 69”, or two counts out of a total. A comparison of how common something is, which opens a what-if. A bound somebody set (“if asked twice as often”). “2 % better” is left to percent-or-points (L07).",
  source: "Carling 2009; Making Numbers Meaningful 2025",
  examples: {
    ok: [
      "Losses fell from 96 to 69 per 10,000, which is 28 % fewer.",
      "If fraud were twice as common, 14 of 49 stopped would be right.",
      "It reaches 17 more leavers.",
      "The lead stops it if a group is asked twice as often.",
      "The rule refers twice, then stops.",
      "Of 1,000 old phones 61 are refused, of 1,000 new ones 24: more than twice as many.",
    ],
    notOk: [
      "The check cuts losses by 28 %.",
      "It finds three times more fraud.",
      "Staff handle 20 % fewer cases.",
    ],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex || !maybe.test(own)) return [];
    const found = byPercent.exec(own) ?? times.exec(own);
    if (found === null || agreed.test(own.slice(0, found.index))) return [];
    if (sentence.numbers.length >= 2 || bothNumbers.test(paragraphOf(document, sentence))) return [];
    return [
      atMatch(
        found,
        `Unexpected "${found[0]}" without what it was before, expected "from ... to ...".`,
        "Give both numbers out of one total; the relative change may follow.",
      ),
    ];
  },
};

/** Letters without which neither pattern can be found: cheap to look for. */
const maybe = /%|twi|doub|trip|times|fold|halv|\dx|×/i;
const verb =
  "(?:cut|reduc|lower|rais|increas|improv|shrink|halv|boost|grow|drop|fell|rose|rise|ris|decreas|sav)\\w*";
const byPercent = new RegExp(
  `\\b${verb}\\b[^.;]{0,40}\\bby (?:about |around |over |up to |more than )?\\d+(?:\\.\\d+)?\\s?%|` +
    `\\d+(?:\\.\\d+)?\\s?% (?:more|less|fewer|higher|lower|reduction|increase|decrease|drop|rise|saving)\\b`,
  "i",
);
const times =
  /\b(?:twice|double|triple|(?:two|three|four|five|ten|\d+(?:\.\d+)?)(?:\s?x|\s?×|[ -]times|fold))\s+(?:more|less|fewer|better|worse|higher|lower|as (?:many|much|few|good|bad|high|low|likely|often))\b|\bhalv(?:es?|ed|ing)\b/i;

/** A bound somebody set is no finding. */
const agreed = /\b(?:if|unless|once|when|at most|no more than|must not be)\b[^.;]*$/i;

const count = String.raw`\d[\d,.]*\s(?:of|in|per|out of) (?:every |each )?\d?`;
const bothNumbers = new RegExp(
  String.raw`\bfrom\b[^.;]{0,40}\d[^.;]{0,40}\bto\b[^.;]{0,20}\d|${count}[^]*${count}|\bof (?:every )?\d[\d,]*\b[^]*\bof (?:every )?\d[\d,]*\b`,
  "i",
);
