import { calibrationAt } from "../../../model/calibration-at.js";
import { isSupported, type DomainRule } from "../claim.js";

/** Whether a score may be read as a chance: asked of claims about a single case alone, by the calibration gate. */
export const calibration: DomainRule = {
  id: "calibration",
  judge: (claim, facts) => {
    if (claim.kind !== "chance" || !isSupported(claim)) return null;
    if (claim.seen === null) return { points: -2, found: "fails" };
    const { calibration: gates, distributions, estimates } = facts;
    const { verdict } = calibrationAt(
      { calibration: [...gates], distributions: [...distributions], estimates },
      claim.support.evaluation.id,
      claim.seen.score,
    );
    if (verdict === "passes") return { points: 0, found: "passes" };
    return verdict === "locally" ? { points: -1, found: "locally" } : { points: -2, found: "fails" };
  },
};
