import { isOtherVersion } from "../../is-other-version.js";
import { isSupported, type DomainRule, type Judgement } from "../claim.js";

/** What each kind of evidence costs when it is told of the cases that the model meets. */
const byKind: Readonly<Record<string, Judgement>> = {
  deployment: { points: 0, found: "deployment" },
  "held-out": { points: 0, found: "held-out" },
  selected: { points: -1, found: "selected" },
  benchmark: { points: -2, found: "benchmark" },
  vendor: { points: -2, found: "vendor" },
  synthetic: { points: -2, found: "synthetic" },
};

/**
 * How near the evidence is to real use (GRADE's indirectness). Evidence of another version of the model, or of which
 * nobody says how its cases were chosen, costs one.
 */
export const directness: DomainRule = {
  id: "directness",
  judge: (claim, { plan }) => {
    if (claim.scope === "test" || !isSupported(claim)) return null;
    const { evaluation } = claim.support;
    const kind: Judgement = byKind[evaluation.kind ?? ""] ?? { points: -1, found: "unknown" };
    return kind.points === 0 && isOtherVersion(evaluation, plan.model.version)
      ? { points: -1, found: "version", slots: { version: evaluation.model_version ?? "" } }
      : kind;
  },
};
