import { paragraphOf } from "../paragraph-of.js";
import type { Rule } from "../rule.js";

/** With few positives nearly everything is "right" by saying no; accuracy needs that baseline beside it. */
export const accuracyUnderImbalance: Rule = {
  id: "accuracy-under-imbalance",
  alias: "L05",
  severity: "error",
  summary: "Accuracy stands beside what always saying the larger class would score.",
  why: "Where one class is rare, saying the other one every time is nearly always right. Accuracy then tells how rare the class is, not how good the model is.",
  examples: {
    ok: ["Always saying honest is right 9,983 of 10,000 times; the model catches 80 of 100 frauds."],
    notOk: ["The model is 99.8 % accurate."],
  },
  exceptions:
    "The baseline may stand in the same paragraph. Accuracy passes where the larger class is at most 80 of 100 and it beats that by 2 points.",
  claims: (document) => {
    const { sentences, estimate, assessment } = document;
    return sentences.flatMap((sentence) => {
      const { text, numbers, annex } = sentence;
      if (annex) return [];
      const shown = numbers
        .flatMap(({ datum }) => estimate(datum.ref) ?? [])
        .find(({ metric }) => metric === "accuracy" || metric === "accuracy-test");
      const typed = /\b\d[\d.,]*\s?%?\s*(accura\w+)|\baccura\w+\b[^.]*\d/i.test(text) && shown === undefined;
      if (shown === undefined && !typed) return [];
      const share = assessment.deployment.base_rate?.value ?? null;
      const baseline = shown?.baseline ?? (share === null ? null : Math.max(share, 1 - share));
      const weak = baseline === null || baseline > 0.8 || (shown?.value ?? 1) - baseline < 0.02;
      const beside =
        numbers.some(({ datum }) => datum.part === "bound") ||
        /\balways (say|call|answer)|\bbaseline\b|\bevery time\b/i.test(paragraphOf(document, sentence));
      return weak && !beside
        ? [
            {
              sentence,
              text: "Unexpected accuracy without its baseline, expected what always saying the larger class would score.",
              hint: "Tell how many are caught and how many are bothered instead.",
            },
          ]
        : [];
    });
  },
};
