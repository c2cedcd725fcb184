import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** What one missed case costs, with its range. */
export const lossAmounts: AnalogyCondition = {
  id: "loss-amounts",
  summary: "what one missed case costs",
  slots: [],
  check: ({ assessment }) =>
    assessment.costs?.miss == null
      ? failed("the cost of a missed case is not given", "Give `costs.miss`.")
      : held(),
};
