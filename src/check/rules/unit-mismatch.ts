import type { Words } from "../../model/assessment.js";
import type { CheckedSentence } from "../checked-document.js";
import type { Rule } from "../rule.js";
import { withoutTraced } from "../without-traced.js";

/** A rate of alerts is no rate of people. */
export const unitMismatch: Rule = {
  id: "unit-mismatch",
  alias: "L49",
  severity: "error",
  summary: "A rate is told of the unit that was counted: alerts, images, documents or people.",
  why: "One person may cause many alerts, and most people cause none. Ten errors of 2,077 alerts are many; of three million people who walked past they look like nothing.",
  exceptions: "People may be named where the cases are people, or where the evidence counts subjects.",
  source:
    "Police trials of face recognition, 2017 to 2023: errors of all faces seen beside errors of the alerts",
  examples: {
    in: "alerts",
    ok: [
      "10 wrong alerts among 2,077.",
      'Of the frauds, :rate{ref="recall@all"} alerts were raised.',
      "People wait while somebody looks.",
    ],
    notOk: [
      "There were 10 errors in 3 million people.",
      'It is wrong for :rate{ref="false-alarms@all"} people.',
    ],
  },
  claims: ({ sentences, assessment }) => {
    const { words, evaluations } = assessment;
    if (!words.given || evaluations.some(({ subjects }) => subjects !== null)) return [];
    return sentences.flatMap((sentence) => {
      if (sentence.annex) return [];
      const found = tracedPeople(sentence) ?? typedPeople(sentence);
      return found === null || isCase(found.word, words)
        ? []
        : [
            {
              sentence,
              start: found.start,
              end: found.end,
              text: `Unexpected rate of ${found.word}, expected one of ${words.case[1]}: those were counted.`,
              hint: `Name ${words.case[1]}, ${words.positive[1]} or ${words.negative[1]}.`,
            },
          ];
    });
  },
};

const people =
  "people|persons?|customers?|users?|patients?|employees?|citizens?|travellers?|passengers?|visitors?|applicants?|Menschen|Personen|Kunden";
const afterNumber = new RegExp(
  String.raw`^(?: \([^)]*\))?(?: (?:of|in|von) (?:every )?[\d,.]+)?(?: \([^)]*\))?(?: (?:of|von))?(?: (?:the|all|those|honest))? (${people})\b`,
  "i",
);
const typed = new RegExp(String.raw`\b\d[\d,.]*(?: (?:million|thousand|billion))? (${people})\b`, "i");
const rateWords =
  /\b(errors?|wrong|right|correct|false|rates?|alerts?|missed|flagged|stopped|caught|matche[sd])\b/i;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

function tracedPeople({ text, numbers }: CheckedSentence): Found | null {
  for (const { datum, start, end } of numbers) {
    const word = datum.of === undefined ? undefined : afterNumber.exec(text.slice(end))?.[1];
    if (word !== undefined) return { start, end, word };
  }
  return null;
}

function typedPeople({ text, numbers, byAuthor }: CheckedSentence): Found | null {
  const match = byAuthor && rateWords.test(text) ? typed.exec(withoutTraced(text, numbers)) : null;
  return match?.[1] === undefined
    ? null
    : { start: match.index, end: match.index + match[0].length, word: match[1] };
}

function isCase(word: string, words: Words): boolean {
  const stem = word.toLowerCase().replace(/s$/, "");
  return [...words.case, ...words.positive, ...words.negative].some((noun) =>
    noun.toLowerCase().includes(stem),
  );
}
