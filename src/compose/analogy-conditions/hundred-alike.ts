import { plainText } from "../../phrasing/inline.js";
import { calibrationSentence } from "../../phrasing/calibration-sentence.js";
import { calibrationAt } from "../../model/calibration-at.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** A hundred past cases scored like the one the picture speaks of, whose outcome fits: here those at the cut-off. */
export const hundredAlike: AnalogyCondition = {
  id: "hundred-alike",
  summary: "100 past cases scored about as the cut-off, with the outcome the score says",
  slots: ["score"],
  check: ({ assessment, evaluation, voice }, slice) => {
    const { threshold, id } = evaluation;
    if (threshold === null)
      return failed("there is no cut-off to tell it of", "Give `deployment.threshold`.");
    const { verdict, reasons } = calibrationAt(assessment, id, threshold, slice?.id);
    if (verdict === "passes") return held({ score: String(threshold) });
    // Why the gate is closed over all cases is said by the condition of that name.
    if (verdict === "fails")
      return failed(
        "past cases with a score like the cut-off cannot show a chance",
        "Calibrate the scores first.",
      );
    const said = reasons.map((reason) => plainText(calibrationSentence(voice, reason, id)));
    return failed(
      `scores near the cut-off are not shown to be chances: ${said.join(" ")}`,
      "Test more cases with such scores, or tell the order of the scores.",
    );
  },
};
