import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** How often a person decided otherwise than the model, counted. */
export const overrulesCounted: AnalogyCondition = {
  id: "overrules-counted",
  summary: "how often a person decided otherwise than the model, on 30 cases or more",
  slots: ["overruled"],
  check: (facts) => {
    const overruled = estimateIn(facts, "overruled");
    return overruled?.value == null || overruled.n < fewest
      ? failed(
          `what people decided in the end was counted on ${overruled?.n ?? 0} cases, and it takes ${fewest}`,
          "Name the column of the final decision under `final`.",
        )
      : held({ overruled: overruled.id });
  },
};
