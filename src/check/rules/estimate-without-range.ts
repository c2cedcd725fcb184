import type { Datum } from "../../model/inline.js";
import { encodeName, parseSliceId, sliceId } from "../../model/slice-id.js";
import type { CheckedSentence } from "../checked-document.js";
import { directiveSpan } from "../directive-span.js";
import type { Rule } from "../rule.js";
import { withoutTraced } from "../without-traced.js";

/** A rate drawn from a sample stands with its range on the same page. */
export const estimateWithoutRange: Rule = {
  id: "estimate-without-range",
  alias: "L11",
  severity: "error",
  summary: "Every estimate a page tells has its range on that page.",
  why: "A sample has luck in it. The range says how far the number would move if the test were done again.",
  exceptions:
    "The range may stand elsewhere on the same page. A rate reported without counts has none, and its sentence says so.",
  examples: { ok: ["It finds 83 of 100 (range 78 to 87)."], notOk: ["It finds 83 of 100."] },
  claims: ({ sentences, estimate, assessment }) => {
    const ends = sentences.flatMap(({ numbers }) =>
      numbers.filter(({ datum }) => ["low", "high", "bound"].includes(datum.part)),
    );
    const judged = new Map(
      assessment.criteria.map((one) => [`criterion:${encodeName(one.id)}`, one.estimate]),
    );
    const ranged = new Set(
      // A criterion stands with the one-sided bound that decides it: that is how far its number may be off.
      ends.flatMap(({ datum }) => [datum.ref, ...comparedBy(datum.ref), judged.get(datum.ref)]),
    );
    const told = new Set<string>();
    return sentences.flatMap((sentence) => {
      const { numbers, annex, text, byAuthor } = sentence;
      if (annex) return [];
      const typed = byAuthor ? typedRate.exec(withoutTraced(text, numbers)) : null;
      if (typed !== null && !rangeWords.test(text))
        return [
          {
            sentence,
            start: typed.index,
            end: typed.index + typed[0].length,
            text: `Unexpected "${typed[0]}" without its range, expected how far it may be off.`,
            hint: "Use :rate{ref=...}, which tells the range.",
          },
        ];
      return numbers.flatMap((number) => {
        const { datum } = number;
        const own = estimate(datum.ref);
        const rate = ["value", "complement", "caught", "missed", "falseAlarms"].includes(datum.part);
        if (own?.interval == null || !rate || ranged.has(datum.ref) || told.has(datum.ref)) return [];
        if (/within 1 of|narrow/.test(text)) return [];
        told.add(datum.ref);
        return [
          {
            sentence,
            ...directiveSpan(sentence, number),
            text: `Unexpected estimate ${own.id} without its range on the page, expected how far it may be off.`,
            hint: 'Use :rate{ref=...} without range="no" once.',
            ...fixFor(sentence, datum),
          },
        ];
      });
    });
  },
};

/** The directive that tells the range with the number, where an author wrote one that does not. */
function fixFor({ byAuthor }: CheckedSentence, { ref, part }: Datum): { readonly fix?: string } {
  if (!byAuthor || (part !== "value" && part !== "complement")) return {};
  return { fix: `:rate{ref="${ref}"${part === "complement" ? ' side="complement"' : ""}}` };
}

/** "83 of 100": a count of a round total is a rate, whoever typed it. */
const typedRate = /\b\d[\d,.]* of (?:every )?1,?0{2,}(?:,?0{3})*\b/;
const rangeWords = /\b(range|between|up to|at least|at most|within|interval)\b|\d\s?(–|to) ?\d/i;

/** The two estimates whose difference has this id: its range stands for theirs. */
function comparedBy(ref: string): string[] {
  const match = /^(.*)-difference@(.*)$/.exec(ref);
  const parts = parseSliceId(match?.[2] ?? "all");
  if (match === null || parts === null) return [];
  return [false, true].map((negated) => `${match[1] ?? ""}@${sliceId(parts.column, parts.value, negated)}`);
}
