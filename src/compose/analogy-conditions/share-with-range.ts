import type { Estimate } from "../../model/assessment.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition, type ConditionFacts } from "../analogy-condition.js";

/** What a page says first of these kinds of evidence. */
const first = ["recall", "accuracy", "fnmr", "accuracy-test", "interval-coverage", "agreement"];

/** A counted share with its range, of cases enough to be told as a rate. */
export const shareWithRange: AnalogyCondition = {
  id: "share-with-range",
  summary: "a counted share with its range, on 30 cases or more",
  slots: ["share"],
  check: (facts, slice) => {
    const share = first.map((metric) => shareOf(facts, metric, slice?.id)).find((one) => one !== undefined);
    return share === undefined
      ? failed(
          "no share was counted with a range on 30 cases or more",
          "Give rows or counts in place of finished rates.",
        )
      : held({ share: share.id });
  },
};

function shareOf(facts: ConditionFacts, metric: string, slice?: string): Estimate | undefined {
  const found = estimateIn(facts, metric, slice);
  if (found?.value == null || found.interval === null || found.numerator === null) return undefined;
  return displayGate(found, facts.voice.audience) === "rate" && found.n >= 30 ? found : undefined;
}
