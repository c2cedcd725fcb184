import { displayGate } from "../../phrasing/display-gate.js";
import type { Rule } from "../rule.js";

/** Under 30 cases a rate promises more than the cases hold. */
export const smallGroupPercentage: Rule = {
  id: "small-group-percentage",
  alias: "L10",
  severity: "error",
  summary: "Under 30 cases there are counts and no rate.",
  why: "A share of six cases moves by 17 points with one of them. The counts say so by themselves; the percentage hides it.",
  source: "Display standards of the US National Center for Health Statistics, 2017",
  examples: {
    ok: ["3 of 6 Gibraltar passports failed."],
    notOk: ["50 % of the 6 Gibraltar passports failed."],
  },
  claims: ({ sentences, estimate, audience }) =>
    sentences.flatMap((sentence) => {
      const { text, numbers } = sentence;
      const restated = numbers.find(({ datum }) => {
        const own = estimate(datum.ref);
        return (
          own !== undefined &&
          datum.of !== undefined &&
          datum.part === "value" &&
          own.unit === "share" &&
          displayGate(own, audienceOf(audience)) !== "rate"
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
      const typed = /\d+(?:\.\d+)?\s?% of (?:the |all |those )?(\d+)\b/i.exec(text);
      return typed !== null && Number(typed[1]) < 30
        ? [
            {
              sentence,
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
