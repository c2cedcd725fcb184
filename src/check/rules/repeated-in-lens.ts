import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** Three lenses show three sides: a fact told twice takes the room of one that is not told at all. */
export const repeatedInLens: Rule = {
  id: "repeated-in-lens",
  alias: "own-23",
  severity: "error",
  summary: "No number stands in two of three lenses, and each lens ends with one question.",
  why: "The three sides are there so that a reader sees what the other two leave out. One number in two of them is one side told twice; a lens without a question asks nothing of its reader.",
  exceptions: "Totals that counts are told of; what stands above and below the lenses.",
  examples: {
    in: "apart",
    ok: ["Recall under Technical, the workload under Business."],
    notOk: ["Recall under Technical, and again under Risk and people."],
  },
  claims: (document) => {
    const lenses = [...new Set(document.sentences.map(({ block }) => block))].filter((block) =>
      block.startsWith("lens-"),
    );
    return lenses.flatMap((lens, place) => [
      ...repeated(document, lens, lenses.slice(0, place)),
      ...questions(document, lens),
    ]);
  },
};

function sentencesOf({ sentences }: CheckedDocument, lens: string): readonly CheckedSentence[] {
  return sentences.filter(({ block, where }) => block === lens && where === "text");
}

/** Numbers of estimates that an earlier lens has told. */
function repeated(document: CheckedDocument, lens: string, before: readonly string[]): ClaimComplaint[] {
  const told = new Set(
    before.flatMap((other) =>
      sentencesOf(document, other).flatMap((sentence) => factsIn(document, sentence)),
    ),
  );
  return sentencesOf(document, lens).flatMap((sentence) => {
    const again = factsIn(document, sentence).find((ref) => told.has(ref));
    return again === undefined
      ? []
      : [
          {
            sentence,
            text: `Unexpected "${again}" in a second lens, expected it in one.`,
            hint: "Leave it out here, and tell what only this side sees.",
          },
        ];
  });
}

function factsIn({ estimate }: CheckedDocument, { numbers }: CheckedSentence): string[] {
  return numbers.flatMap(({ datum }) =>
    datum.part === "outOf" || estimate(datum.ref) === undefined ? [] : [datum.ref],
  );
}

function questions(document: CheckedDocument, lens: string): ClaimComplaint[] {
  const { plan, assessment, placeOfKey } = document;
  const own = sentencesOf(document, lens);
  const asked = own.filter(({ text }) => text.endsWith("?")).length;
  if (plan.status !== "final" || (asked === 1 && own.at(-1)?.text.endsWith("?") === true)) return [];
  const index = assessment.documents.findIndex(({ kind, id }) => kind === plan.kind && id === plan.id);
  return [
    {
      place: placeOfKey(`documents.${index}.lenses`),
      text: `Unexpected ${asked} questions in the lens "${lens.slice("lens-".length)}", expected one, at its end.`,
      hint: "Ask the reader one thing under documents.lenses.",
    },
  ];
}
