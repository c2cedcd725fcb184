import { directiveSpan } from "../directive-span.js";
import type { Rule } from "../rule.js";
import { withoutTraced } from "../without-traced.js";

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
    notOk: ["0 % attack acceptance of the product.", "None of 150 attacks got in."],
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
      const { text, numbers, annex, byAuthor } = sentence;
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
            ...directiveSpan(sentence, zero),
            text: `Unexpected zero of ${zero.datum.ref} without what is still possible, expected "none of n; up to ... is possible".`,
            hint: "Use :rate{ref=...} once for it.",
            ...(byAuthor ? { fix: `:rate{ref="${zero.datum.ref}"}` } : {}),
          },
        ];
      const typed = bound.test(text) ? null : never.exec(withoutTraced(text, numbers));
      return typed === null
        ? []
        : [
            {
              sentence,
              start: typed.index,
              end: typed.index + typed[0].trimEnd().length,
              text: `Unexpected "${typed[0].trimEnd()}", expected how many were tried and what is still possible.`,
              hint: "None of n leaves up to about 3 of n.",
            },
          ];
    });
  },
};

const never =
  /(?<![\d.])0\s?%(?! to)|\bzero (errors?|misses|false alarms|attacks?|spoofs?)\b|\b(none|zero|0) of (the |all )?\d[\d,]* (?!rows|records|columns|criteria|score bands|limits)/i;
/** What a reader needs beside a zero: how much of it is possible all the same. */
const bound =
  /\bup to\b|\bat most\b|\bpossible\b|\bas (high|many|much) as\b|\bnot (mean )?never\b|\brange\b/i;
