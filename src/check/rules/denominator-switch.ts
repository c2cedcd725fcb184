import { formatCount } from "../../phrasing/format-number.js";
import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { isRound } from "../typed-rates.js";
import { withoutTraced } from "../without-traced.js";

/** Two shares of one population can be compared when they are told out of one total. */
export const denominatorSwitch: Rule = {
  id: "denominator-switch",
  alias: "L02",
  severity: "error",
  summary: "Rates of one population are told out of one total.",
  why: "12 of 1,000 and 1 of 40 hide which is more: the reader compares the first numbers. Out of one total the larger number is the larger share.",
  exceptions:
    "The raw count (14 of 41) may stand beside its restatement. Two classes of cases may have two totals: 84 of 100 frauds, 34 of 1,000 honest applications.",
  source: "Trevena 2013; Woloshin and Schwartz 2011; Garcia-Retamero 2012, denominator neglect",
  examples: {
    ok: [
      "It was 12 in 1,000 before, and 25 in 1,000 after.",
      "At 10 frauds per 1,000 applications, about 8 of every 100 alerts would be right.",
    ],
    notOk: ["It was 12 in 1,000 before, and 1 in 40 after."],
  },
  claims: (document) => [...ofEstimates(document), ...typedOnes(document)],
};

/** Restated shares of one class of one group whose totals differ. */
function ofEstimates({ sentences, estimate }: CheckedDocument): ClaimComplaint[] {
  const totals = new Map<string, number>();
  return sentences.flatMap((sentence) =>
    sentence.annex
      ? []
      : sentence.numbers.flatMap(({ datum, start, end }) => {
          const own = estimate(datum.ref);
          if (own === undefined || own.unit !== "share" || datum.of === undefined) return [];
          if (datum.part !== "value" && datum.part !== "complement") return [];
          const key = `${own.evaluation}/${own.metric}/${own.of}`;
          const first = totals.get(key);
          totals.set(key, first ?? datum.of);
          return first === undefined || first === datum.of
            ? []
            : [
                {
                  sentence,
                  start,
                  end,
                  text: `Unexpected total ${datum.of} for ${own.id}, expected ${first} as for the other ${own.metric} of this document.`,
                  hint: "Set deployment.out_of, or use :rate{ref=...}, which keeps to one total.",
                },
              ];
        }),
  );
}

const typedFrequency =
  /(?<![\d.,])(\d[\d,]*|one) (?:in|of|out of|per) (?:every |each )?(\d[\d,]*)(?: (\p{L}{3,}))?/giu;
/** Words after a total that name no class of cases. */
const noNoun =
  /^(and|but|are|were|was|have|had|before|after|now|then|with|without|overall|the|for|there|here|cases?)$/i;

/** Typed frequencies of one paragraph: round totals and "1 in x". */
function typedOnes({ sentences }: CheckedDocument): ClaimComplaint[] {
  const first = new Map<string, { readonly text: string; readonly total: number }>();
  return sentences.flatMap((sentence) =>
    sentence.annex || sentence.where === "cell" ? [] : switchesOf(sentence, first),
  );
}

function switchesOf(
  sentence: CheckedSentence,
  first: Map<string, { readonly text: string; readonly total: number }>,
): ClaimComplaint[] {
  return [...withoutTraced(sentence.text, sentence.numbers).matchAll(typedFrequency)].flatMap((match) => {
    const [whole, count = "", digits = "", word] = match;
    const total = Number(digits.replaceAll(",", ""));
    if (!isRound(total) && !/^(1|one)$/i.test(count)) return [];
    const noun = word === undefined || noNoun.test(word) ? "" : word.toLowerCase();
    const key = `${sentence.paragraph}/${noun}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, { text: whole, total });
    return before === undefined || before.total === total
      ? []
      : [
          {
            sentence,
            start: match.index,
            end: match.index + whole.length,
            text: `Unexpected "${whole.trim()}" after "${before.text.trim()}", expected one total for both.`,
            hint: `Tell both of ${formatCount(Math.max(before.total, total), "en")}.`,
          },
        ];
  });
}
