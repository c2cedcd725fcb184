import { cutOffs } from "../cut-offs.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** How many cases arrive in which time: alarms are counted per day or month, not per test. */
export const statedVolume: AnalogyCondition = {
  id: "stated-volume",
  summary: "how many cases arrive in which time, with the options told of that volume",
  slots: [],
  check: (facts) => {
    const { volume } = facts.assessment.deployment;
    if (volume === null)
      return failed("the plan does not say how many cases arrive", "Give `deployment.volume`.");
    return cutOffs(facts).some(({ per }) => per === null)
      ? failed(
          "the options are counted in the cases tested, not in those that arrive",
          "Leave `options_slice` out, and give `deployment.base_rate`.",
        )
      : held();
  },
};
