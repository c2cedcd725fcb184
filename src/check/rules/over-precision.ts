import type { Estimate } from "../../model/assessment.js";
import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { isRound, roundsTo, typedRates, type TypedRate } from "../typed-rates.js";

/** A decimal that the next sample would change is noise printed as knowledge. */
export const overPrecision: Rule = {
  id: "over-precision",
  alias: "L09",
  severity: "warning",
  summary: "A share has no decimal finer than half of what its range leaves open.",
  why: "34.15 % of 41 cases moves by 2.4 points with one case. The decimals look like care and are luck; whole numbers are believed more and kept in mind better.",
  exceptions:
    "Whole percentages and counts of 100 are never too fine. A share whose cases nobody named is left alone: nothing says how far it may be off.",
  source: "Witteman 2011, decimals in risk estimates",
  examples: {
    ok: ["In the test it warned about 14 of 41.", "Of the leavers, 34 % (n = 41) were called."],
    notOk: ["Of the leavers, 34.15 % (n = 41) were called."],
  },
  claims: (document) =>
    document.sentences.flatMap((sentence) =>
      sentence.annex
        ? []
        : [...typedOnes(sentence, document), ...tracedOnes(sentence, document)].map((complaint) => ({
            ...complaint,
            sentence,
            hint: "Print counts, or a whole number of 100 with its range.",
          })),
    ),
};

/** Finest step that is never too fine: one of a hundred. */
const wholePercent = 0.01;

function typedOnes(sentence: CheckedSentence, { assessment }: CheckedDocument): ClaimComplaint[] {
  return typedRates(sentence).flatMap((rate) => {
    if (rate.counts !== null || rate.step >= wholePercent - 1e-9 || !rate.text.includes("%")) return [];
    const half = halfWidthOf(rate, sentence.text, assessment.estimates);
    return half === null || rate.step >= half / 2 ? [] : [tooFine(rate, half)];
  });
}

function tracedOnes(sentence: CheckedSentence, { estimate, lang }: CheckedDocument): ClaimComplaint[] {
  const decimalsOf = (sentence.lang ?? lang) === "de" ? /,(\d+)/ : /\.(\d+)/;
  return sentence.numbers.flatMap(({ datum, start, end }) => {
    const own = estimate(datum.ref);
    const decimals = decimalsOf.exec(datum.text)?.[1]?.length ?? 0;
    if (own?.interval == null || own.unit !== "share" || decimals === 0) return [];
    const step = 10 ** -decimals / (datum.of ?? (datum.text.includes("%") ? 100 : 1));
    const half = (own.interval.high - own.interval.low) / 2;
    return step >= wholePercent - 1e-9 || step >= half / 2
      ? []
      : [tooFine({ text: datum.text, start, end }, half)];
  });
}

function tooFine(
  { text, start, end }: Pick<TypedRate, "text" | "start" | "end">,
  half: number,
): ClaimComplaint {
  const points = (100 * half).toPrecision(2);
  return {
    start,
    end,
    text: `Unexpected decimals in "${text}", expected none: it may be off by about ${points} of 100 either way.`,
  };
}

/** How far the rate may be off: by the cases the sentence names, or by the estimate it repeats. */
function halfWidthOf(rate: TypedRate, text: string, estimates: readonly Estimate[]): number | null {
  const cases = /\bn\s?=\s?(\d[\d,]*)|\b(?:of|from) (?:the |all )?(\d[\d,]*)(?! ?%)/i.exec(text);
  const given = Number((cases?.[1] ?? cases?.[2] ?? "").replaceAll(",", ""));
  // "of 100" is the total a rate is told of, not the number of cases behind it.
  const n = cases?.[1] === undefined && isRound(given) ? 0 : given;
  // Normal approximation: good enough to tell a tenth from a whole percent.
  if (n > 0) return 1.96 * Math.sqrt(Math.max(rate.value * (1 - rate.value), 0.25 / n) / n);
  const same = estimates.find(
    ({ unit, value, interval }) =>
      unit === "share" && value !== null && interval !== null && roundsTo(rate, value),
  );
  return same?.interval == null ? null : (same.interval.high - same.interval.low) / 2;
}
