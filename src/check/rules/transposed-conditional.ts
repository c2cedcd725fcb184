import { atMatch } from "../at-match.js";
import type { CheckedSentence, TracedNumber } from "../checked-document.js";
import type { Assessment, ReferenceClass } from "../../model/assessment.js";
import type { Rule } from "../rule.js";

/**
 * Recall is of the actual positives, precision of the flagged. The rule reads what a traced rate is told "of",
 * and, in typed text, the pairs that are always wrong.
 */
export const transposedConditional: Rule = {
  id: "transposed-conditional",
  alias: "L03",
  severity: "error",
  summary: "A rate is told of the class its metric divides by.",
  why: "Recall is of the actual positives, precision of the flagged. Told of the wrong class, a number keeps its look and loses its meaning.",
  source:
    "Gigerenzer 2013: of 20 HIV counsellors asked, 8 took sensitivity for the share of the flagged that is right",
  examples: {
    ok: [
      "Of 100 flagged, 85 are fraud. Of 100 frauds, 70 are flagged.",
      "Recall asks how many leavers we call, precision how many of the flagged leave.",
      "Sensitivity tells how many of the ill are flagged.",
      "Reviewers recall most of those stopped.",
    ],
    notOk: [
      "Of 100 flagged it finds 85 (recall).",
      "Recall is 85 of the flagged cases.",
      "Precision is 70 of all actual frauds.",
    ],
  },
  text: ({ annex, own }) => {
    const found = annex ? null : firstWrongPair(own);
    return found === null
      ? []
      : [
          atMatch(
            found,
            "Unexpected mix of recall and precision, expected recall of the actual positives and precision of the flagged.",
            "Use :rate{ref=...}; it names the class itself.",
          ),
        ];
  },
  claims: ({ sentences, estimate, assessment }) =>
    sentences.flatMap((sentence) =>
      sentence.numbers.flatMap((number) => {
        const own = estimate(number.datum.ref);
        if (own === undefined || number.datum.part !== "value" || own.unit !== "share") return [];
        const told = toldOf(sentence, number, assessment);
        if (told === null || fits(own.of, told)) return [];
        return [
          {
            sentence,
            text: `Unexpected "${number.datum.text} of ${told}" for ${own.metric}, expected a share of the ${own.of}.`,
            hint: "Say the class the rate divides by.",
          },
        ];
      }),
    ),
};

const wrongPair = [
  /\b(recall (is|was|of|means|reached)|sensitivity|catch rate)(?:(?!precision)[^.])*?\b(of|among) (those|the|all)( \d[\d,]*)? (it )?(flag|pick|identif|alert)/i,
  /(flagged|picked|identified)[^.]*\((recall|sensitivity|catch rate)\)/i,
  /\bprecision\b(?:(?!recall|sensitivity)[^.])*?\bof (all|the|every) (actual|real|true) /i,
];

function firstWrongPair(text: string): RegExpExecArray | null {
  for (const pattern of wrongPair) {
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  return null;
}

/** The class whose noun follows "x of n" first; null when none follows directly. */
function toldOf(
  sentence: CheckedSentence,
  number: TracedNumber,
  { words }: Assessment,
): ReferenceClass | null {
  const tail = /^ of [\d,]+ ([^.,;:()]*)/.exec(sentence.text.slice(number.end))?.[1];
  if (tail === undefined) return null;
  const start = (noun: string): boolean => tail.toLowerCase().startsWith(noun.toLowerCase());
  if (words.positive.some(start)) return "positives";
  if (words.negative.some(start)) return "negatives";
  if (words.case.some((noun) => start(`${noun} ${words.unflagged}`))) return "unflagged";
  if (
    words.case.some((noun) => start(`${noun} ${words.flagged}`)) ||
    start("flagged") ||
    start(words.flagged)
  )
    return "flagged";
  return null;
}

function fits(of: ReferenceClass, told: ReferenceClass): boolean {
  return of === told || of === "cases";
}
