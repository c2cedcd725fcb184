import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;
const slips = ["apcer", "dfar"];

/**
 * A red team's attempts, counted per kind of attack. Over all kinds such a rate is that of the hardest one; editions
 * that may not name the kinds still know it.
 */
export const attacksByClass: AnalogyCondition = {
  id: "attacks-by-class",
  summary: "attacks tried by kind, the hardest with 30 tries or more",
  slots: ["slipped"],
  check: (facts) => {
    const test = evidenceOfTask(facts, "attack-detection");
    if (test === null)
      return failed(
        "no attacks were tried",
        "Add evidence of task `attack-detection`: tries by kind of attack.",
      );
    const told = estimatesIn(facts, test, slips).filter(({ slice }) => slice === "all");
    const hardest = told.find(({ facet }) => facet === undefined);
    const kinds = told.filter(({ facet }) => facet !== undefined).length;
    if (hardest === undefined || kinds === 1)
      return failed("attacks of one kind alone were tried", "Try each kind that should be covered.");
    return hardest.n < fewest
      ? failed(`the hardest kind was tried ${hardest.n} times, and it takes ${fewest}`, "Try it more often.")
      : held({ slipped: hardest.id });
  },
};
