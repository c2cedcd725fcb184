import { formatDate } from "../../phrasing/format-date.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** The day up to which the cases were collected. */
export const datedEvidence: AnalogyCondition = {
  id: "dated-evidence",
  summary: "the date of the evidence",
  slots: ["collected"],
  check: ({ evaluation, voice }) =>
    evaluation.collected === null
      ? failed("the evidence has no date", "Give `collected` of the evaluation.")
      : held({ collected: formatDate(evaluation.collected.last, voice.lang) }),
};
