import type { CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** Most words of running text of a whole document, by its kind. */
const mostOfKind: Readonly<Record<string, number>> = { "case-note": 180 };
/** Most words of one lens. */
const mostOfLens = 120;

/** What is to be read in a minute holds what can be read in a minute. */
export const wordLimit: Rule = {
  id: "word-limit",
  alias: "own-21",
  severity: "warning",
  summary: "A case note has at most 180 words, each of three lenses at most 120.",
  why: "A note that is longer than half a page is read after the decision. A lens that is longer than its neighbours weighs more, whatever it says.",
  exceptions: "Headings, captions, tables and the stamp are not counted; numbers are.",
  source: "AR 25-50 and our own limits for half a page and a third of one",
  examples: {
    in: "apart",
    ok: ["A case note of 180 words."],
    notOk: ["A case note of 181 words."],
  },
  languages: ["en", "de"],
  whole: ({ sentences, kind }) => {
    const running = sentences.filter(({ where, annex }) => !annex && where === "text");
    const most = mostOfKind[kind ?? ""];
    const lenses = [...new Set(running.map(({ block }) => block))].filter((block) =>
      block.startsWith("lens-"),
    );
    return [
      ...(most === undefined ? [] : tooMany(running, most, `this ${kind ?? ""}`)),
      ...lenses.flatMap((lens) =>
        tooMany(
          running.filter(({ block }) => block === lens),
          mostOfLens,
          `the lens "${lens.slice("lens-".length)}"`,
        ),
      ),
    ];
  },
};

function tooMany(sentences: readonly CheckedSentence[], most: number, what: string): ClaimComplaint[] {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const [first] = sentences.filter(({ byAuthor }) => byAuthor);
  if (words <= most || sentences.length === 0) return [];
  return [
    {
      ...(first === undefined ? { place: { file: "forthright.yaml" } } : { sentence: first }),
      text: `Unexpected ${words} words of ${what}, expected at most ${most}.`,
      hint: "Leave out what the reader does not need in order to decide.",
    },
  ];
}
