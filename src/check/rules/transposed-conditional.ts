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
    ok: ["Of 100 flagged, 85 are fraud. Of 100 frauds, 70 are flagged."],
    notOk: ["Of 100 flagged it finds 85 (recall)."],
  },
  text: ({ annex, text }) => {
    const typed = annex
      ? null
      : wrongPair.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    return typed == null
      ? []
      : [
          {
            start: typed.index,
            end: typed.index + typed[0].length,
            text: "Unexpected mix of recall and precision, expected recall of the actual positives and precision of the flagged.",
            hint: "Use :rate{ref=...}; it names the class itself.",
          },
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
  /(recall|sensitivity|catch rate)[^.]*\bof (those|the) (it )?(flag|pick|identif)/i,
  /(flagged|picked|identified)[^.]*\((recall|sensitivity|catch rate)\)/i,
  /\bprecision\b[^.]*\bof (all|the|every) (actual|real|true) /i,
];

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
