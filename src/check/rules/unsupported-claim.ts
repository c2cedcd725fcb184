import { glossary } from "../../phrasing/glossary.js";
import type { CheckedSentence } from "../checked-document.js";
import { contradictedMetrics } from "../contradicted-metric.js";
import { notInEvidence, suggestNumber } from "../suggest-number.js";
import { typedNumbers, type TypedNumber } from "../typed-numbers.js";
import { isRound, typedRates } from "../typed-rates.js";
import type { Rule } from "../rule.js";

const superlatives =
  /\b(best|state[- ]of[- ]the[- ]art|optimal|world[- ]class|unmatched|unrivalled|industry[- ]leading|cutting[- ]edge)\b/i;

/** A number in an author's text comes from a directive; a superlative needs what it was compared with. */
export const unsupportedClaim: Rule = {
  id: "unsupported-claim",
  alias: "L21",
  severity: "error",
  summary: "Numbers enter by a directive, superlatives with what was compared.",
  why: "A number typed by hand outlives the evidence it came from, and nobody can trace it. A superlative is a comparison that hides with what.",
  exceptions:
    "Dates, versions, sections and the level of a range. A metric named with another value than the evidence has is told with both values.",
  examples: {
    ok: ["The highest of the four settings tested."],
    notOk: ["This is the best we could achieve."],
  },
  text: ({ text, annex }) => {
    const claim = annex ? null : superlatives.exec(text);
    return claim === null
      ? []
      : [
          {
            start: claim.index,
            end: claim.index + claim[0].length,
            text: `Unexpected "${claim[0]}", expected what it was compared with.`,
            hint: "Say: the highest of the ... tested.",
          },
        ];
  },
  claims: ({ sentences, assessment }) =>
    sentences.flatMap((sentence) => {
      if (sentence.annex || !sentence.byAuthor) return [];
      const contradicted = contradictedMetrics(sentence, assessment);
      const shares = sharesOfRoundTotals(sentence);
      const typed = [...shares, ...typedNumbers(sentence.text, sentence.numbers).filter(isOutside(shares))]
        .filter(isOutside(contradicted))
        .map(({ text, start }) => {
          const end = start + text.length;
          // "412 days" and "412 %" are no count of cases, whatever the evidence holds.
          const unit = unitAfter.test(sentence.text.slice(end)) || isOfMetric(sentence.text.slice(0, start));
          return {
            start,
            end,
            text: `Unexpected number "${text}" typed by hand, expected a directive.`,
            ...(unit ? notInEvidence : suggestNumber(text, assessment)),
          };
        });
      return [...contradicted, ...typed].map((complaint) => ({ ...complaint, sentence }));
    }),
};

/** "AUC is 412": the value of a metric is no count of cases, and a directive would lend it one. */
function isOfMetric(before: string): boolean {
  return metricBefore.test(before);
}

const metricBefore = new RegExp(
  String.raw`\b(?:accuracy|${Object.keys(glossary).join("|")})\b[^\d.;]{0,24}$`,
  "i",
);

/** "81 of 100": one number of two, a share told out of a round total. */
function sharesOfRoundTotals(sentence: CheckedSentence): TypedNumber[] {
  return typedRates(sentence).filter(({ counts }) => counts !== null && isRound(counts.n));
}

function isOutside(taken: readonly { start?: number; end?: number; text: string }[]) {
  return ({ text, start }: TypedNumber): boolean =>
    !taken.some((one) => {
      const from = one.start ?? 0;
      return from < start + text.length && start < (one.end ?? from + one.text.length);
    });
}

const unitAfter =
  /^\s?(?:%|days?|weeks?|months?|years?|hours?|minutes?|seconds?|k\b|million|€|EUR|USD|GBP|-)/i;
