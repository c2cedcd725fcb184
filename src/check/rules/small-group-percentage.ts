import type { Assessment, Slice } from "../../model/assessment.js";
import { displayGate, smallSample } from "../../phrasing/display-gate.js";
import type { CheckedSentence } from "../checked-document.js";
import { namedSlices } from "../named-slices.js";
import type { Complaint, Rule } from "../rule.js";
import { typedRates } from "../typed-rates.js";

/** Under 30 cases a rate promises more than the cases hold. */
export const smallGroupPercentage: Rule = {
  id: "small-group-percentage",
  alias: "L10",
  severity: "error",
  summary: "Under 30 cases there are counts and no rate.",
  why: "A share of six cases moves by 17 points with one of them. The counts say so by themselves; the percentage hides it.",
  exceptions:
    "Also where cases go together and are worth fewer than 30 of their own, and where the range is too wide to name one number: width 30 of 100, or 1.3 times the rate.",
  source: "Display standards of the US National Center for Health Statistics, 2017",
  examples: {
    ok: ["3 of 6 Gibraltar passports failed."],
    notOk: ["50 % of the 6 Gibraltar passports failed.", "In group B, 50 % of the leavers were called."],
  },
  claims: ({ sentences, estimate, audience, assessment }) =>
    sentences.flatMap((sentence) => {
      const { text, numbers } = sentence;
      const restated = numbers.find(({ datum }) => {
        const own = estimate(datum.ref);
        return (
          own !== undefined &&
          datum.of !== undefined &&
          datum.part === "value" &&
          own.unit === "share" &&
          // A difference may be about nothing: how wide its range is beside it says nothing.
          displayGate(
            own.metric.endsWith("-difference") ? { ...own, value: null } : own,
            audienceOf(audience),
          ) !== "rate"
        );
      });
      if (restated !== undefined)
        return [
          {
            sentence,
            text: `Unexpected rate "${restated.datum.text} of ${restated.datum.of ?? 0}" on too few cases, expected counts.`,
            hint: "Use :count{ref=...} or :rate{ref=...}, which chooses.",
          },
        ];
      const thin = sentence.annex ? null : thinGroup(sentence, assessment);
      if (thin !== null) return [{ sentence, ...thin }];
      const typed = /\d+(?:\.\d+)?\s?% of (?:the |all |those )?(\d+)\b/i.exec(text);
      return typed !== null && Number(typed[1]) < 30
        ? [
            {
              sentence,
              start: typed.index,
              end: typed.index + typed[0].length,
              text: `Unexpected "${typed[0]}", expected counts of the ${typed[1] ?? ""}.`,
              hint: "Say how many of how many.",
            },
          ]
        : [];
    }),
};

function audienceOf(audience: string) {
  return audience === "internal" ? "internal" : "auditor";
}

/** A typed percentage in a sentence that names a group with too few cases of one class. */
function thinGroup(sentence: CheckedSentence, assessment: Assessment): Complaint | null {
  const rate = typedRates(sentence).find(({ counts, text }) => counts === null && text.includes("%"));
  const group = rate === undefined ? undefined : namedSlices(sentence.text, assessment).find(isThin);
  if (rate === undefined || group === undefined) return null;
  const { start, end, text } = rate;
  return {
    start,
    end,
    text: `Unexpected "${text}" of a group with fewer than ${smallSample} cases of a class, expected counts.`,
    hint: `Use :rate{ref="...@${group.id}"}, which chooses.`,
  };
}

function isThin({ n, positives, negatives }: Slice): boolean {
  return [n, positives, negatives].some((cases) => cases !== null && cases > 0 && cases < smallSample);
}
