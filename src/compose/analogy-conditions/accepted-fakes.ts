import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** Impostors, attacks or false documents that are accepted; of attacks the kind that gets through most often. */
export const acceptedFakes: AnalogyCondition = {
  id: "accepted-fakes",
  summary: "impostors or fakes accepted, counted on 30 tries or more",
  slots: ["accepted"],
  check: (facts) => {
    const check = evidenceOfTask(facts, "verification", "attack-detection");
    const accepted =
      check === null
        ? undefined
        : estimatesIn(facts, check, ["fmr", "far", "apcer", "dfar"]).find(
            ({ slice, facet }) => slice === "all" && facet === undefined,
          );
    return accepted === undefined || accepted.n < fewest
      ? failed(
          `${accepted?.n ?? 0} tries of impostors or fakes were counted, and it takes ${fewest}`,
          "Test impostors or attacks of the hardest kind.",
        )
      : held({ accepted: accepted.id });
  },
};
