import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** An amount won or lost has a period, a range, and something it rests on. */
export const moneyWithoutBasis: Rule = {
  id: "money-without-basis",
  alias: "L41",
  severity: "error",
  summary: "Money gained or lost stands with its period, its range and what it assumes.",
  why: "“Saves $1.5M” may be a year or a decade, a count or a hope. A budget is built on it either way.",
  exceptions:
    "A price, a budget or an amount to approve is a fact and needs neither. Period, range and assumption may stand anywhere in the paragraph; with a range, the period may be missing.",
  examples: {
    ok: [
      "It saves $1.1M–$1.9M this quarter, if cleared in 6–10 weeks.",
      "CTO approves £35,000 by 3 June.",
      "Missed leavers are worth about £0.8M a year (assumption; Finance to confirm).",
    ],
    notOk: ["It saves $1.5M.", "We lose €200,000 a year."],
  },
  text: (sentence, text) => {
    if (sentence.annex || sentence.where === "cell") return [];
    const found = amount.exec(sentence.text);
    if (found === null || !claim.test(sentence.text)) return [];
    const around = paragraphOf(text, sentence);
    const missing = range.test(around)
      ? []
      : [
          ...(period.test(around) ? [] : ["the period"]),
          ...(basis.test(around) ? [] : ["a range or what it assumes"]),
        ];
    return missing.length === 0
      ? []
      : [
          {
            start: found.index,
            end: found.index + found[0].length,
            text: `Unexpected "${found[0].trim()}" alone, expected ${missing.join(" and ")}.`,
            hint: "Say per what time, from what to what, and who assumed it.",
          },
        ];
  },
};

const amount =
  /[$€£¥]\s?\d[\d,.]*(?:\s?(?:k|m|bn|million|thousand|billion)\b)?|\b\d[\d,.]*\s?(?:k|m|million|thousand|billion)?\s?(?:EUR|USD|GBP|CHF|euros?|dollars|pounds)\b/i;
const claim =
  /\b(?:sav(?:e[sd]?|ing|ings)|earn\w*|gain\w*|los(?:e|es|s|ses|ing|t)|worth|benefits?|prevents?|avoid\w*|returns?|nets?|profits?|carrying costs?|damages?|costs? us)\b/i;
const period =
  /\b(?:a|an|per|each|every|this|last|next|in|over|within) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|campaigns?|contacts?|cases?|loans?|customers?)\b|\bper \d|\b(?:annual|yearly|monthly|weekly|daily)\b|\b(?:19|20)\d\d\b/i;
const range = /\brange\b|\bbetween\b|\d[\d.,]*\s?\p{L}{0,3}\s?(?:–|to)\s?[$€£¥]?\d/iu;
const basis =
  /\bassum|\bif\b|\bsource\b|\bFinance\b|\bcounted\b|\baudited\b|\binvoice|\baccording to\b|\bat least\b|\bat most\b|\bup to\b/i;
