import type { Limitation } from "../../model/assessment.js";
import type { Risk } from "../../model/risk.js";

/** Severity and likelihood from which nothing is released without somebody's name under it. */
const graveFrom = 4;
const oftenFrom = 3;

/** Whether somebody has accepted what is left of a limitation, and whether that still holds on the day. */
export function acceptanceOf(
  { residual }: Pick<Limitation, "residual">,
  date: string | null,
): Risk["acceptance"] {
  if (residual?.accepted_by === undefined) return "none";
  return residual.until !== undefined && date !== null && residual.until < date ? "expired" : "valid";
}

/**
 * True for a limitation that nobody has accepted though it is grave and not rare. A likelihood that cannot be estimated
 * counts as not rare: what is not known of a grave harm is no reason to release.
 */
export function isEscalated(
  { status }: Pick<Limitation, "status">,
  { severity, likelihood, acceptance }: Pick<Risk, "severity" | "likelihood" | "acceptance">,
): boolean {
  if (status === "closed" || status === "superseded" || acceptance === "valid" || severity === null)
    return false;
  return severity.upper >= graveFrom && (likelihood.upper === null || likelihood.upper >= oftenFrom);
}
