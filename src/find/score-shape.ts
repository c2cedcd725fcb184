import type { Evidence } from "../model/evidence.js";
import { normalUpperTail } from "../stats/normal-upper-tail.js";
import { estimatesOf } from "./estimates-of.js";
import { fact, type Candidate } from "./finder.js";

/** Fewest cases on which the shape of a score is judged. */
const minimumCases = 100;
/** Smallest error beyond what right scores show by chance that matters: 2 of 100. */
const practicalError = 0.02;
const largestP = 0.01;

/**
 * Scores that are too extreme, or too timid, over all cases or in one slice: Spiegelhalter's test speaks, the
 * calibration error lies above what chance gives, and the slope of the recalibration is clearly not 1.
 *
 * @param slices - slice ids, `all` among them
 */
export function shapeCandidates(
  evidence: Evidence,
  evaluation: string,
  slices: readonly string[],
): Candidate[] {
  const get = estimatesOf(evidence, evaluation);
  const errorBeyondChance = (slice: string): number | null => {
    const [error, chance] = [get("ece", slice)?.value, get("ece-expected", slice)?.value];
    return error == null || chance == null ? null : error - chance;
  };
  const ofEveryone = errorBeyondChance("all") ?? 0;
  return slices.flatMap((slice) => {
    const [z, slope] = [get("spiegelhalter-z", slice), get("calibration-slope", slice)];
    const beyond = errorBeyondChance(slice);
    if (z?.value == null || z.n < minimumCases || beyond === null) return [];
    const p = 2 * normalUpperTail(Math.abs(z.value));
    const { low, high } = slope?.interval ?? { low: 0, high: Infinity };
    // A slice that is off just as everyone is tells nothing of its own.
    const own = slice === "all" ? beyond : beyond - Math.max(0, ofEveryone);
    return [
      fact("miscalibration", "CAL", `finding.miscalibration.${low > 1 ? "timid" : "extreme"}`, {
        id: `miscalibration@${slice}#shape`,
        evaluation,
        slice: slice === "all" ? null : slice,
        estimates: slope === undefined ? [] : [slope.id],
        p,
        practical: p < largestP && own > practicalError && (low > 1 || high < 1),
      }),
    ];
  });
}
