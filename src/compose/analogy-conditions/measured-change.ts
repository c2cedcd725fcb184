import { plainText } from "../../phrasing/inline.js";
import { estimatesIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** A change since the evidence that was measured: a drift that was found, or a share of cases nobody tested. */
export const measuredChange: AnalogyCondition = {
  id: "measured-change",
  summary: "a measured change since: a drift that was found, or a share of new kinds of case",
  slots: ["changed", "change"],
  check: (facts) => {
    const { assessment, evaluation, voice } = facts;
    const drift = assessment.findings.find(
      ({ rule, evaluation: of }) => rule === "drift" && of === evaluation.id,
    );
    const moved = assessment.estimates.find(({ id }) => id === drift?.estimates[0]);
    if (drift !== undefined && moved?.value != null) {
      const column = String(drift.slots.column ?? moved.facet ?? "");
      return held({ changed: plainText(voice.say("analogy.moved", { column })), change: moved.id });
    }
    const fresh = assessment.evaluations
      .flatMap((one) => estimatesIn(facts, one, ["volume-share"]))
      .find(({ facet, value }) => facet === "untested" && value > 0);
    return fresh === undefined
      ? failed(
          "no change since was measured",
          "Give a `reference` to measure drift against, or say that it was not measured.",
        )
      : held({ changed: plainText(voice.say("analogy.new-kinds")), change: fresh.id });
  },
};
