import type { Estimate } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";

/** Fewest cases a printed cell may rest on outside the internal edition. */
export const smallCell = 10;
/** Fewest effective cases a printed rate may rest on. */
export const smallSample = 30;

/**
 * How much of an estimate may be printed:
 * `hidden` (a small cell outside the internal edition), `counts` (counts and range, no rate), or `rate`.
 */
export type Display = "hidden" | "counts" | "rate";

/**
 * What a reader has to be told beside a rate that may be printed (the footnotes of the same presentation standards):
 * `other-side` where the range is wide for the rest of the cases (its width over 1 - share above 1.30), so that the
 * share may be told and its complement not; `all-or-none` where it is 0 or 1, which somebody should look at.
 */
export function displayNote(
  estimate: Pick<Estimate, "value" | "interval" | "unit" | "origin">,
): "other-side" | "all-or-none" | null {
  const { value, interval, unit, origin } = estimate;
  if (unit !== "share" || origin === "reported" || value === null || interval === null) return null;
  if (value === 0 || value === 1) return "all-or-none";
  const width = interval.high - interval.low;
  return width > 0.05 && width / (1 - value) > 1.3 ? "other-side" : null;
}

/**
 * Decides whether a rate may be printed as one (after the presentation standards of the US National Center for Health Statistics, 2017).
 *
 * A reported rate without counts passes: its sentence says that the range is not known.
 */
export function displayGate(
  estimate: Pick<
    Estimate,
    "denominator" | "n" | "n_effective" | "value" | "interval" | "unit" | "origin" | "reason"
  >,
  audience: Audience,
): Display {
  if (estimate.reason === "small-cell") return "hidden";
  if (estimate.reason === "neighbour-of-small-cell") return "rate";
  if (estimate.unit !== "share" || estimate.origin === "reported" || estimate.reason === "stated")
    return "rate";
  const cases = estimate.denominator ?? estimate.n;
  if (audience !== "internal" && cases < smallCell) return "hidden";
  if ((estimate.n_effective ?? cases) < smallSample) return "counts";
  if (estimate.interval === null || estimate.value === null) return "rate";
  const width = estimate.interval.high - estimate.interval.low;
  if (width <= 0.05) return "rate";
  if (width >= 0.3) return "counts";
  return estimate.value > 0 && width / estimate.value > 1.3 ? "counts" : "rate";
}
