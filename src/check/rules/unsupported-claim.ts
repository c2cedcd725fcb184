import { contradictedMetrics } from "../contradicted-metric.js";
import { suggestNumber } from "../suggest-number.js";
import { typedNumbers } from "../typed-numbers.js";
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
      const typed = typedNumbers(sentence.text, sentence.numbers).flatMap((number) => {
        const start = Math.max(0, sentence.text.indexOf(number));
        const end = start + number.length;
        if (contradicted.some((one) => (one.start ?? 0) < end && start < (one.end ?? 0))) return [];
        const { hint, fix } = suggestNumber(number, assessment);
        // "412 days" and "412 %" are no count of cases, whatever the evidence holds.
        const counted = fix !== undefined && !unitAfter.test(sentence.text.slice(end));
        return [
          {
            start,
            end,
            text: `Unexpected number "${number}" typed by hand, expected a directive.`,
            hint,
            ...(counted ? { fix } : {}),
          },
        ];
      });
      return [...contradicted, ...typed].map((complaint) => ({ ...complaint, sentence }));
    }),
};

const unitAfter =
  /^\s?(?:%|days?|weeks?|months?|years?|hours?|minutes?|seconds?|k\b|million|€|EUR|USD|GBP|-)/i;
