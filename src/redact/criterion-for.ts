import type { Criterion } from "../model/assessment.js";
import { sliceIdFromText } from "../model/slice-id.js";
import type { Exposure } from "./hidden-slices.js";

/**
 * A criterion as an edition may know it, by how much it may know of the group and of the one it is compared with.
 *
 * Bound and ratio follow from the counts of both. Of few cases a pass tells as much, and so would telling it from what
 * cannot be judged; a failure stays said, for no edition may hide one.
 */
export function criterionFor(
  criterion: Criterion,
  own: Exposure,
  of: (slice: string) => Exposure,
): Criterion {
  const { against, verdict } = criterion;
  const other = against === null || against === "all" ? "open" : of(sliceIdFromText(against));
  const exposure = own === "open" ? other : own;
  if (exposure === "open") return criterion;
  const blank = { ...criterion, limit: null, ratio: null, needed_n: null };
  const tells = verdict === "pass" || verdict === "inconclusive";
  return exposure !== "blurred" && tells
    ? { ...blank, verdict: "not-evaluable", reason: "criterion.few-cases" }
    : blank;
}
