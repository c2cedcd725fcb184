import type { Estimate } from "./assessment.js";

/** Which way the level of scores is off: too few expected, too many, no clear difference, or not known. */
export type LevelOfScores = "under" | "over" | "unclear" | "unknown";

type Measured = Pick<Estimate, "interval">;

/**
 * What the ranges show of the level of scores over the same cases, for every sentence and gate that speaks of it.
 *
 * The ratio of observed to expected takes the spread of equal scores, the largest there is, and so may miss what the
 * recalibration's intercept shows; where either range excludes "as many as expected", the level is off.
 *
 * @param ratio - positives for each one expected; 1 is as many
 * @param inTheLarge - log-odds by which all scores are too low; 0 is as many
 */
export function levelOfScores(ratio: Measured | undefined, inTheLarge: Measured | undefined): LevelOfScores {
  const ranges = [
    { interval: ratio?.interval ?? null, none: 1 },
    { interval: inTheLarge?.interval ?? null, none: 0 },
  ];
  if (ranges.some(({ interval, none }) => interval !== null && interval.low > none)) return "under";
  if (ranges.some(({ interval, none }) => interval !== null && interval.high < none)) return "over";
  return ranges.every(({ interval }) => interval === null) ? "unknown" : "unclear";
}
