import { syllable } from "syllable";

import type { CheckedSentence } from "../checked-document.js";
import { decisionKinds } from "../decision-kinds.js";
import type { Rule } from "../rule.js";

/** Highest school grade of a page for a decision, and of a document that is looked things up in. */
const most = { decision: 9, reference: 11 } as const;
/** Fewer words give a grade of a handful of sentences. */
const fewestWords = 60;

/** A smoke test: long sentences of long words are hard, short ones may still be. */
export const readingGrade: Rule = {
  id: "reading-grade",
  alias: "own-1",
  severity: "warning",
  summary: "Running text reads at school grade 9 in a page for a decision, 11 elsewhere.",
  why: "A text of long sentences and long words takes longer and is laid aside sooner, by experts too. The Flesch-Kincaid grade sees only length: a low one does not show that a text is clear.",
  exceptions:
    "Texts of fewer than 60 words; headings, tables, captions and the annex; numbers, and words with a capital inside a sentence, which are names nobody can shorten.",
  source: "Kincaid 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59",
  examples: {
    ok: [
      "The score finds most of those who leave. It misses some. ".repeat(6),
      "Misclassification characteristics necessitate organisational reconsideration.",
    ],
    notOk: [
      "Organisational stakeholders necessitate comprehensive documentation regarding classification characteristics. ".repeat(
        8,
      ),
    ],
    kind: "briefing",
  },
  whole: ({ sentences, kind }) => {
    const running = sentences.filter(({ where, annex }) => where === "text" && !annex);
    const [first] = running;
    const grade = gradeOf(running);
    const limit = kind !== null && decisionKinds.has(kind) ? most.decision : most.reference;
    if (first === undefined || grade === null || grade <= limit) return [];
    return [
      {
        sentence: first,
        text: `Unexpected reading grade ${grade.toFixed(1)} of the running text, expected at most ${limit}.`,
        hint: "Shorter sentences, and shorter words for the longest.",
      },
    ];
  },
};

/** Texts repeat their words, and counting takes longest: most words are counted once. */
const counted = new Map<string, number>();
const mostKept = 20_000;

function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const own = Math.max(1, syllable(word));
  if (counted.size < mostKept) counted.set(word, own);
  return own;
}

/** Flesch-Kincaid grade of running text; null of a text too short for one. */
function gradeOf(sentences: readonly CheckedSentence[]): number | null {
  let words = 0;
  let syllables = 0;
  for (const { text } of sentences)
    for (const [index, word] of (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).entries()) {
      if (index > 0 && /^\p{Lu}/u.test(word)) continue;
      words += 1;
      syllables += syllablesOf(word);
    }
  if (words < fewestWords) return null;
  return 0.39 * (words / sentences.length) + 11.8 * (syllables / words) - 15.59;
}
