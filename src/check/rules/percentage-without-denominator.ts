import { atMatch } from "../at-match.js";
import type { CheckedSentence, CheckedText } from "../checked-document.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** A percentage says nothing until the reader knows what it is a share of. */
export const percentageWithoutDenominator: Rule = {
  id: "percentage-without-denominator",
  alias: "L01",
  severity: "error",
  summary: "Every percentage says what it is a share of.",
  why: "85 % of the alerts and 85 % of the frauds are different promises. A percentage alone leaves the reader to choose.",
  exceptions:
    "A share whose class stands anywhere in the sentence (“of 100 applicants”); bounds and likelihoods in brackets; “above” or “below” a noun; the level of a range; an error measured in percent (“missed by 34 %”); the value of a score (“scored 14 to 16 %”); a forecast named by its number; a label such as “What 15 % means.” before the counts. “Of the model” is no class: a model is not counted.",
  source: "Gigerenzer 2005, chance of rain in five cities; Trevena 2013",
  languages: ["en", "de"],
  examples: {
    ok: [
      "85 % of the customers picked are high-value.",
      "Of 100 customers picked, 85 are high-value.",
      "That is likely (66–100 %).",
      "Stock is 30 % above plan.",
      "In the last two weeks the forecast missed by 34 %.",
      "It missed the sales by 9 % on an average day, and by 21 % before a holiday.",
      "A 95 % range holds where a figure would usually land.",
      "Of 100 applicants scored 14 to 16 %, 15 defaulted within 12 months.",
      "What 15 % means. Of 100 past applicants, 15 defaulted within 12 months.",
    ],
    notOk: ["Accuracy is 85 %.", "The accuracy of the model is 85 %."],
  },
  text: (sentence, document) => {
    const { own, annex } = sentence;
    if (annex || !own.includes("%")) return [];
    if (classInSentence[document.lang]?.test(own) === true || isLabel(sentence, document)) return [];
    return [...own.matchAll(/\d+(?:[.,]\d+)?\s?%/g)]
      .filter((match) => !isShareOfSomething(own, match.index, match[0].length))
      .map((match) =>
        atMatch(
          match,
          `Unexpected "${match[0]}" without what it is a share of, expected "${match[0]} of ...".`,
          "Name the class, or use :rate{ref=...}.",
        ),
      );
  },
};

/** Classes of cases, told anywhere in the sentence; a model, a month or a test is none. */
const classInSentence: Readonly<Record<string, RegExp>> = {
  en: /\b(?:of|among) (?:the|all|every|those|these|our|each|\d[\d,]*)\s+(?!(?:new|old|current|same|whole|first|last)?\s*(?:models?|scores?|systems?|tests?|year|quarter|month|week|day|period|time|project|checks?|classifiers?|algorithms?|launch|art|start|end|result)\b)(?:\d[\d,]*\s+)?\p{L}/iu,
  de: /\b(?:von|unter) (?:den|allen|diesen|unseren|jeweils|je|\d[\d.]*)\s+(?!(?:Modell|Score|System|Test|Jahr|Monat|Woche|Tag))(?:\d[\d.]*\s+)?\p{L}/iu,
};

function isShareOfSomething(text: string, at: number, length: number): boolean {
  const after = text.slice(at + length, at + length + 60);
  const before = text.slice(0, at);
  if (/^\s*(of|above|below|over|under)\s+\p{L}/iu.test(after)) return true;
  if (/^\s*(der|des|aller|von|dieser|unserer|über|unter)\s+\p{L}/iu.test(after)) return true;
  // The level of an interval, or a forecast called by its number: no shares.
  if (
    /^[\s-]*(range|interval|confidence|bound|forecast|credible|Intervall|Bereich|Konfidenz|Sicherheit)/i.test(
      after,
    )
  )
    return true;
  if (
    /\b(score[ds]?|cut-off|threshold)( (of|at|between|from|above|below))?( \d+(\.\d+)?( %)? (to|and))? $/i.test(
      before,
    )
  )
    return true;
  if (isErrorMeasure.test(before)) return true;
  return before.lastIndexOf("(") > before.lastIndexOf(")") && /^[^)]*\)/.test(after);
}

/** An error of a forecast is measured in percent of the actual value, not shared out among cases. */
const isErrorMeasure =
  /\b(miss(es|ed)? (\p{L}+ ){0,3}by|off by|(forecast|percentage|absolute|weekly|daily|mean) errors?|error (above|below|of|under|over|stays? below)|verfehlte? .{0,20}um|Fehler (über|unter|von))\b[^.;]{0,60}$/iu;

/** "What 15 % means." opens a paragraph that then gives the counts. */
function isLabel(sentence: CheckedSentence, document: CheckedText): boolean {
  if (sentence.words > 6 || !/^(What|The|Why|How|Was|Die|Der|Warum) /.test(sentence.own)) return false;
  const rest = paragraphOf(document, sentence).slice(sentence.text.length);
  return (
    paragraphOf(document, sentence).startsWith(sentence.text) &&
    /\b\d[\d,.]* (of|von|on|not|did)\b|\b(of|von) (every )?\d/i.test(rest)
  );
}
