import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** How common positives are where the model is used; without it nobody can say how many of the flagged are right. */
export const statedBaseRate: AnalogyCondition = {
  id: "stated-base-rate",
  summary: "how common positives are where the model is used",
  slots: [],
  check: (facts, slice) =>
    estimateIn(facts, "deployment-base-rate", slice?.id)?.value == null
      ? failed(
          "no base rate is given for the cases it would be told of",
          "Give `deployment.base_rate`, and under its `slices` that of a group.",
        )
      : held(),
};
