import type { Assessment } from "../../model/assessment.js";
import { estimatesIn } from "../estimates-in.js";
import { namedSlices } from "../named-slices.js";
import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";
import { withoutTraced } from "../without-traced.js";

/** Of many groups one is always the lowest, also where all are alike. */
export const cherryPicked: Rule = {
  id: "cherry-picked",
  alias: "L14",
  severity: "warning",
  summary: "The best or worst of many groups is told with how many were compared.",
  why: "Among 24 countries one is the lowest even where all are alike. Without the number compared, luck reads as a weakness of that place.",
  examples: {
    in: "countries",
    ok: [
      "Malta is lowest of 8 countries; with 8 compared, one this low is expected.",
      "Malta has few cases.",
    ],
    notOk: ["It is worst in Malta.", 'The lowest share is :rate{ref="base-rate@country=Malta"}.'],
  },
  claims: (document) =>
    document.sentences.flatMap((sentence) => {
      const { text, annex } = sentence;
      const word = annex ? null : superlative.exec(text);
      if (word === null) return [];
      const { assessment } = document;
      const told = [
        ...namedSlices(text, assessment).map(({ id, evaluation }) => ({ slice: id, evaluation })),
        ...estimatesIn(document, sentence),
      ];
      const many = told.map((one) => groupsBeside(one, assessment)).find((count) => count > most);
      // "33 of 100" is a rate, not the number of groups.
      const words = paragraphOf(document, sentence).replace(text, withoutTraced(text, sentence.numbers));
      if (many === undefined || multiplicity.test(words)) return [];
      return [
        {
          sentence,
          start: word.index,
          end: word.index + word[0].length,
          text: `Unexpected "${word[0]}" of ${many} groups, expected how many were compared.`,
          hint: `Say: the lowest of ${many}; of so many, one is always the lowest.`,
        },
      ];
    }),
};

/** Up to this many groups, a reader sees them all. */
const most = 5;
const superlative =
  /\b(worst|best|lowest|highest|weakest|strongest|poorest|least|most (?:often|errors|misses|accurate|reliable))\b/i;
const multiplicity =
  /\bof (?:the |all )?\d+ |\b\d+ (?:were |are )?compar|\bcompar\w+ \d+|\ballowing for\b|\bBenjamini|\bof (?:six|seven|eight|nine|ten|eleven|twelve)\b/i;

/** How many groups the column of a slice has; 0 for all cases. */
function groupsBeside(
  { slice, evaluation }: { readonly slice: string; readonly evaluation: string },
  { slices }: Assessment,
): number {
  const own = slices.find((one) => one.id === slice && one.evaluation === evaluation);
  if (own === undefined) return 0;
  return slices.filter((one) => one.evaluation === evaluation && one.column === own.column && !one.negated)
    .length;
}
