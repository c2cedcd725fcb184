import type { Rule } from "../rule.js";

/** None of n seen leaves about 3 of n possible; a zero stands with that bound. */
export const zeroIsNotNever: Rule = {
  id: "zero-is-not-never",
  alias: "L12",
  severity: "error",
  summary: "A zero says how many were tried and what is still possible.",
  why: "None seen in n tries is in keeping with up to about 3 of n. Without n and that bound a zero reads as a promise.",
  source: "Hanley and Lippman-Hand 1983, rule of three",
  examples: {
    ok: ["None of 150 attacks got in; up to 2 of 100 is possible."],
    notOk: ["0 % attack acceptance of the product."],
  },
  claims: ({ sentences, estimate }) => {
    const bounded = new Set(
      sentences.flatMap(({ numbers }) =>
        numbers
          .filter(({ datum }) => datum.part === "bound" || datum.part === "high")
          .map(({ datum }) => datum.ref),
      ),
    );
    return sentences.flatMap((sentence) => {
      const { text, numbers, annex } = sentence;
      if (annex) return [];
      const zero = numbers.find(
        ({ datum }) =>
          datum.text === "0" &&
          estimate(datum.ref)?.origin === "measured" &&
          estimate(datum.ref)?.unit === "share" &&
          !bounded.has(datum.ref),
      );
      if (zero !== undefined)
        return [
          {
            sentence,
            text: `Unexpected zero of ${zero.datum.ref} without what is still possible, expected "none of n; up to ... is possible".`,
            hint: "Use :rate{ref=...} once for it.",
          },
        ];
      const typed = /\b0\s?%(?! to)|\bzero (errors?|misses|false alarms|attacks?)\b/i.exec(text);
      return typed === null
        ? []
        : [
            {
              sentence,
              text: `Unexpected "${typed[0]}", expected how many were tried and what is still possible.`,
              hint: "None of n leaves up to about 3 of n.",
            },
          ];
    });
  },
};
