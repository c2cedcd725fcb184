import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** A decision at a fixed threshold, of which both kinds of error were counted. */
export const bothErrorRates: AnalogyCondition = {
  id: "both-error-rates",
  summary: "a yes-or-no decision with both kinds of error measured",
  slots: ["of"],
  check: (facts, slice) => {
    const of = slice?.id ?? "all";
    const absent = ["recall", "false-alarms"].filter(
      (metric) => estimateIn(facts, metric, of)?.value == null,
    );
    return absent.length === 0
      ? held({ of })
      : failed(
          `${absent.join(" and ")} not measured for the cases it would be told of`,
          "Give evidence with a label and a decision: `prediction`, or `score` with a threshold.",
        );
  },
};
