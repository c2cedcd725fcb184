import { estimatesIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** A change since the evidence that was measured: a drift that was found, or a share of cases nobody tested. */
export const measuredChange: AnalogyCondition = {
  id: "measured-change",
  summary: "a measured change since: a drift that was found, or a share of new kinds of case",
  slots: ["change"],
  check: (facts) => {
    const { assessment, evaluation } = facts;
    const drift = assessment.findings.find(
      ({ rule, evaluation: of }) => rule === "drift" && of === evaluation.id,
    );
    const [moved] = drift?.estimates ?? [];
    if (moved !== undefined && assessment.estimates.some(({ id, value }) => id === moved && value !== null))
      return held({ change: moved });
    const fresh = assessment.evaluations
      .flatMap((one) => estimatesIn(facts, one, ["volume-share"]))
      .find(({ facet, value }) => facet === "untested" && value > 0);
    return fresh === undefined
      ? failed(
          "no change since was measured",
          "Give a `reference` to measure drift against, or say that it was not measured.",
        )
      : held({ change: fresh.id });
  },
};
