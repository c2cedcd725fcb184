import { displayGate } from "../../phrasing/display-gate.js";
import type { Rule } from "../rule.js";

/** Under 30 cases a rate promises more than the cases hold. */
export const smallGroupPercentage: Rule = {
  id: "small-group-percentage",
  alias: "L10",
  severity: "error",
  summary: "Under 30 cases there are counts and no rate.",
  examples: { ok: "3 of 6 Gibraltar passports failed.", notOk: "50 % of the 6 Gibraltar passports failed." },
  check: ({ sentences, estimate, audience }) =>
    sentences.flatMap(({ text, place, numbers }) => {
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
            place,
            text: `Unexpected rate "${restated.datum.text} of ${restated.datum.of ?? 0}" on too few cases, expected counts.`,
            hint: "Use :count{ref=...} or :rate{ref=...}, which chooses.",
          },
        ];
      const typed = /\d+(?:\.\d+)?\s?% of (?:the |all |those )?(\d+)\b/i.exec(text);
      return typed !== null && Number(typed[1]) < 30
        ? [
            {
              place,
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
