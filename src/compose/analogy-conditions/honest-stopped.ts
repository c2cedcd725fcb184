import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Honest people or genuine documents that the same test stopped: the price of what it catches. */
export const honestStopped: AnalogyCondition = {
  id: "honest-stopped",
  summary: "honest cases stopped, counted in the same test of attacks",
  slots: ["stopped"],
  check: (facts) => {
    const test = evidenceOfTask(facts, "attack-detection");
    const stopped =
      test === null
        ? undefined
        : estimatesIn(facts, test, ["bpcer", "dfrr"]).find(
            ({ slice, facet }) => slice === "all" && facet === undefined,
          );
    return stopped === undefined
      ? failed("no honest case was tried in the test of attacks", "Add bona fide cases to it.")
      : held({ stopped: stopped.id });
  },
};
