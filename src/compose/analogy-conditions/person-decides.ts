import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** A person reads what the model marks; where it decides alone, no picture of an assistant may be drawn. */
export const personDecides: AnalogyCondition = {
  id: "person-decides",
  summary: "a person decides, and the plan says so",
  slots: [],
  check: ({ assessment }) => {
    const role = assessment.use.decision_role;
    return role === "informs" || role === "augments"
      ? held()
      : failed(
          role === undefined ? "the plan does not say who decides" : "the model decides alone",
          "Give `use.decision_role: informs` if a person decides.",
        );
  },
};
