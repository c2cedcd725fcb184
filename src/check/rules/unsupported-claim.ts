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
  examples: { ok: "The highest of the four settings tested.", notOk: "This is the best we could achieve." },
  check: ({ sentences, assessment }) =>
    sentences.flatMap(({ text, place, numbers, byAuthor, annex }) => {
      if (annex) return [];
      const claim = superlatives.exec(text);
      const found =
        claim === null
          ? []
          : [
              {
                place,
                text: `Unexpected "${claim[0]}", expected what it was compared with.`,
                hint: "Say: the highest of the ... tested.",
              },
            ];
      if (!byAuthor) return found;
      const typed = typedNumbers(text, numbers);
      return [
        ...found,
        ...typed.map((number) => ({
          place,
          text: `Unexpected number "${number}" typed by hand, expected a directive.`,
          hint: suggestNumber(number, assessment),
        })),
      ];
    }),
};
