import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** What all layers together let pass and stopped wrongly, counted on the same cases: never a product of single rates. */
export const jointLayers: AnalogyCondition = {
  id: "joint-layers",
  summary: "layers measured together on the same cases, 30 tries or more of the hardest attack",
  slots: ["joint", "joint-stopped"],
  check: (facts) => {
    const layers = evidenceOfTask(facts, "layers");
    const together = layers === null ? [] : estimatesIn(facts, layers, ["joint-slip", "joint-false-stop"]);
    const whole = together.filter(
      ({ slice, facet, numerator }) => slice === "all" && facet === undefined && numerator !== null,
    );
    const slip = whole.find(({ metric }) => metric === "joint-slip");
    const stop = whole.find(({ metric }) => metric === "joint-false-stop");
    if (slip === undefined || stop === undefined)
      return failed(
        "the layers were not measured together on the same cases",
        "Add evidence of task `layers`: the verdict of every layer on each case.",
      );
    return slip.n < fewest
      ? failed(`the hardest attack was tried ${slip.n} times, and it takes ${fewest}`, "Try it more often.")
      : held({ joint: slip.id, "joint-stopped": stop.id });
  },
};
