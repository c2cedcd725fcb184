import { chosenControl } from "../chosen-control.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** The role that may turn the control. */
export const authorisedPerson: AnalogyCondition = {
  id: "authorised-person",
  summary: "the role that may turn the control",
  slots: ["who"],
  check: (facts) => {
    const who = chosenControl(facts)?.changed_by;
    return who === undefined
      ? failed("the plan does not say who may turn the control", "Give its `changed_by`.")
      : held({ who });
  },
};
