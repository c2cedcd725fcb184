import { plainText } from "../../phrasing/inline.js";
import { calibrationSentence } from "../../phrasing/calibration-sentence.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const todo =
  "Tell the order of the scores, not a chance; or calibrate them on cases that the test does not use.";

/** The calibration gate, over all cases and for the slice: only then is a score a probability. */
export const calibratedScores: AnalogyCondition = {
  id: "calibrated-scores",
  summary: "scores shown to be probabilities (the calibration gate)",
  slots: [],
  check: ({ assessment, evaluation, voice }, slice) => {
    const gate = assessment.calibration.find((one) => one.evaluation === evaluation.id);
    if (gate === undefined) return failed("the evidence has no scores", todo);
    const own = slice !== null && gate.slices.includes(slice.id);
    const reasons = own ? [...gate.reasons, { message: "calibration.slice", slots: {} }] : gate.reasons;
    if (reasons.length === 0) return held();
    const said = reasons.map((reason) => plainText(calibrationSentence(voice, reason, evaluation.id)));
    return failed(`the scores are not shown to be probabilities: ${said.join(" ")}`, todo);
  },
};
