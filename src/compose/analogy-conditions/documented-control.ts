import { chosenControl } from "../chosen-control.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Something a person can turn, and by how much it was turned. */
export const documentedControl: AnalogyCondition = {
  id: "documented-control",
  summary: "a control that can be turned, and the step that was tried",
  slots: ["control", "step"],
  check: (facts) => {
    const control = chosenControl(facts);
    return control === null
      ? failed("the plan names no control", "Give `controls` with `name`, `step`, `changed_by` and `effect`.")
      : held({ control: control.name, step: control.step });
  },
};
