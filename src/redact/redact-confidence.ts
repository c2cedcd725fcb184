import type { Assessment } from "../model/assessment.js";
import { calibrationAt } from "../model/calibration-at.js";
import type { Confidence, Deduction } from "../model/confidence.js";
import type { Audience } from "../model/plan.js";
import { maySee } from "./may-see.js";

/** Reasons that everybody below an auditor is told: the two weightiest. */
const mostReasons = 2;

type Told = Confidence["moves"][number];

/**
 * Claims with their stops as an edition may know them.
 *
 * Auditors see every deduction. Below them the two weightiest are left with the one step that would move the claim,
 * attacks lose their names, and outside the house all that is said of them is that their tests are incomplete. A claim
 * whose number this edition withholds is withheld with it.
 *
 * @param assessment - as the edition may know it otherwise: redacted already
 */
export function redactConfidence(assessment: Assessment, audience: Audience): Confidence[] {
  if (audience === "internal") return assessment.confidence;
  const estimates = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  return assessment.confidence
    .filter(({ disclosure, estimate }) => {
      const open = estimate === null || estimates.get(estimate)?.value != null;
      return open && maySee(audience, disclosure);
    })
    .map((claim) => {
      const blurred = estimates.get(claim.estimate ?? "")?.reason === "neighbour-of-small-cell";
      const told = <T extends Told>(one: T): T => withoutDetail(blurred ? withoutCases(one) : one, audience);
      const deductions = claim.deductions.map(told);
      const moves = claim.moves.map(told);
      const seen = seenIn(assessment, claim);
      if (maySee(audience, "auditor")) return { ...claim, seen, deductions, moves };
      return { ...claim, seen, deductions: weightiest(claim, deductions), moves: moves.slice(0, 1) };
    });
}

/** What readers are told of: the reasons in front, after the cap that no deduction explains. */
function weightiest({ cap, matrix }: Confidence, deductions: readonly Deduction[]): Deduction[] {
  const before = (cap !== null && cap.domain === null ? 1 : 0) + (matrix === null ? 0 : 1);
  return deductions.filter(({ points }) => points < 0).slice(0, Math.max(0, mostReasons - before));
}

/** Which attacks were not tried, and which column moved, tell where to try. */
function withoutDetail<T extends Told>(told: T, audience: Audience): T {
  if (maySee(audience, "auditor")) return told;
  const outside = !maySee(audience, "executive");
  const [, move = "", domain = ""] = /^confidence\.(move\.)?([a-z]+)\./.exec(told.message) ?? [];
  if (domain === "adversary")
    return outside
      ? {
          ...told,
          message: move === "" ? "confidence.adversary.incomplete" : "confidence.move.adversary.incomplete",
          slots: {},
        }
      : { ...told, slots: { ...told.slots, names: null } };
  return outside && domain === "shift" ? { ...told, slots: { ...told.slots, column: null } } : told;
}

/** Of a group whose counts are withheld nothing is said that they could be worked out from. */
function withoutCases<T extends Told>(told: T): T {
  const [, move = "", domain = ""] = /^confidence\.(move\.)?([a-z]+)\./.exec(told.message) ?? [];
  return domain === "precision"
    ? {
        ...told,
        message: move === "" ? "confidence.precision.held" : "confidence.move.precision.held",
        slots: {},
      }
    : told;
}

/** Cases scored alike, as the merged bands of this edition tell them; null where those are too wide. */
function seenIn(assessment: Assessment, { seen, evaluation }: Confidence): Confidence["seen"] {
  if (seen === null || evaluation === null) return null;
  const { around } = calibrationAt(assessment, evaluation, seen.score);
  if (around?.interval == null) return null;
  const { low: low_score, high: high_score, n: denominator, positives: numerator, interval } = around;
  const { low, high } = interval;
  return { score: seen.score, low_score, high_score, numerator, denominator, low, high };
}
