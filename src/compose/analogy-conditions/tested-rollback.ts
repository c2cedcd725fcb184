import { formatDate } from "../../phrasing/format-date.js";
import { chosenControl } from "../chosen-control.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** The day on which turning the control back was tried. */
export const testedRollback: AnalogyCondition = {
  id: "tested-rollback",
  summary: "a day on which turning the control back was tried",
  slots: ["turned-back"],
  check: (facts) => {
    const day = chosenControl(facts)?.rollback_tested;
    return day === undefined
      ? failed("nobody tried to turn the control back", "Try it, and give `rollback_tested`.")
      : held({ "turned-back": formatDate(day, facts.voice.lang) });
  },
};
