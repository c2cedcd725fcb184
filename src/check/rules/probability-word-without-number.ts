import { likelihoodRange, type LikelihoodScale } from "../../phrasing/likelihood-word.js";
import { atMatch } from "../at-match.js";
import { likelihoodPattern } from "../likelihood-words.js";
import type { Rule } from "../rule.js";

/** "Likely" is read as anything from 40 to 95 of 100; its number stands beside it. */
export const probabilityWordWithoutNumber: Rule = {
  id: "probability-word-without-number",
  alias: "L18",
  severity: "error",
  summary: "A word for a likelihood has its number in brackets behind it.",
  why: "The same word is read as very different numbers, and mostly towards the middle. With the number in the same line twice as many readers take what was meant; in a footnote or a tooltip it does not help.",
  exceptions:
    "Comparisons (“more likely to leave”, “less likely”, “as likely”), questions (“how likely”), “likelihood” as a noun, and talk about the word itself in quotation marks.",
  source: "Budescu 2014; Wintle 2019; IPCC AR5; ICD 203",
  languages: ["en", "de"],
  examples: {
    ok: [
      "That is very likely (90–100 %).",
      "It is likely (about 74 %, range 68–80 %) that the score holds.",
      "Older phones are more likely to be refused.",
      "How likely it is was not measured.",
      "“Likely” means 66 to 100 of 100 here.",
      "Likelihood words: none used.",
    ],
    notOk: ["That is very likely.", "The score will probably hold.", "An attack is unlikely in spring."],
  },
  text: ({ own, annex }, { lang, plan }) => {
    const pattern = patterns[lang];
    if (annex || pattern === undefined || !maybe.test(own)) return [];
    for (const found of own.matchAll(pattern)) {
      const before = own.slice(0, found.index);
      const after = own.slice(found.index + found[0].length);
      const compares =
        /\b(more|less|as|how|so|equally|most|least|than|twice|times|half as|mehr|weniger|wie|so|ebenso|gleich|am)\s$/i.test(
          before,
        ) || /^\s?(to be )?than\b/i.test(after);
      const named = /["“„'‘]$/.test(before) && /^["”“'’]/.test(after);
      if (compares || named || /^[^(.;]{0,40}\([^)]*\d/.test(after)) continue;
      return [
        atMatch(
          found,
          `Unexpected "${found[0]}" without a number, expected "${found[0]} (${exampleOf(found[0], plan?.scale ?? "ipcc")})".`,
          "Put the range of the word behind it, or better the number itself.",
        ),
      ];
    }
    return [];
  },
};

const patterns: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ["en", "de"].flatMap((lang) => {
    const pattern = likelihoodPattern(lang);
    return pattern === null ? [] : [[lang, pattern] as const];
  }),
);
/** Parts of every word on the lists: cheap to look for. */
const maybe = /likely|probabl|certain|chance|odds|wahrschein|sicher|ausgeschlossen|vermutlich/i;

/** What the words that both scales have are in German. */
const german: Readonly<Record<string, string>> = {
  wahrscheinlich: "likely",
  "sehr wahrscheinlich": "very likely",
  unwahrscheinlich: "unlikely",
  "sehr unwahrscheinlich": "very unlikely",
};

/** What a word means on the scale of its document; on the IPCC's where a text has no document. */
function exampleOf(word: string, scale: LikelihoodScale): string {
  const range = likelihoodRange(german[word.toLowerCase()] ?? word, scale);
  if (range === null) return "its range in %";
  return `${Math.round(100 * range.low)}–${Math.round(100 * range.high)} %`;
}
