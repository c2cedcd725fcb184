import { isUnclear } from "../../phrasing/measure-number.js";
import { refFromText } from "../../model/estimate-ref.js";
import { chosenControl } from "../chosen-control.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** What turning the control changed on own cases: a difference with its range, and not one that could be none. */
export const measuredResponse: AnalogyCondition = {
  id: "measured-response",
  summary: "what the control changed, measured on own cases with a range that excludes no change",
  slots: ["response"],
  check: (facts) => {
    const ref = chosenControl(facts)?.effect;
    const todo =
      "Compare before and after on the same own cases (task `comparison`), and name the estimate as `effect`.";
    if (ref === undefined) return failed("what the control changes was not measured", todo);
    const { assessment, evaluation } = facts;
    const ids = [refFromText(ref), `${evaluation.id}/${refFromText(ref)}`];
    const effect = assessment.estimates.find(({ id }) => ids.includes(id));
    if (effect?.value == null || effect.interval === null)
      return failed(`there is no measured estimate "${ref}" with a range`, todo);
    const of = assessment.evaluations.find(({ id }) => id === effect.evaluation);
    if (of?.kind !== "deployment" && of?.kind !== "held-out")
      return failed("what the control changes was not measured on own cases", todo);
    if (effect.n < fewest)
      return failed(
        `what the control changes was measured on ${effect.n} cases, and it takes ${fewest}`,
        todo,
      );
    return !/-difference$/.test(effect.metric) || isUnclear(effect)
      ? failed("what the control changes is no clear difference", "Measure a larger step, or more cases.")
      : held({ response: effect.id });
  },
};
