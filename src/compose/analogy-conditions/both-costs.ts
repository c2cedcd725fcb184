import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** What each kind of mistake costs: the same chance asks for another act where they differ. */
export const bothCosts: AnalogyCondition = {
  id: "both-costs",
  summary: "the cost of a miss and of acting, or of a false alarm",
  slots: ["break-even"],
  check: (facts) => {
    const { costs } = facts.assessment;
    const breakEven = estimateIn(facts, "break-even-precision");
    const acting = costs?.action ?? costs?.false_alarm ?? null;
    return costs?.miss == null || acting === null || breakEven?.value == null || breakEven.value >= 1
      ? failed(
          "the costs of both kinds of mistake are not given, or acting never pays",
          "Give `costs.miss` and `costs.action`.",
        )
      : held({ "break-even": breakEven.id });
  },
};
