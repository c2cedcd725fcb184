import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** How many flagged cases people can handle: without it nobody can say that alarms are too many. */
export const statedCapacity: AnalogyCondition = {
  id: "stated-capacity",
  summary: "how many flagged cases people can handle",
  slots: [],
  check: ({ assessment }) =>
    assessment.deployment.capacity === null
      ? failed(
          "the plan does not say how many flagged cases people can handle",
          "Give `deployment.capacity`.",
        )
      : held(),
};
