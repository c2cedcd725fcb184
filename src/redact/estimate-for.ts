import type { Estimate, Interval } from "../model/assessment.js";
import { smallCell, type Exposure } from "./hidden-slices.js";

/** Fewest cases a rate is told of, in any edition. */
const smallSample = 30;

/**
 * An estimate of a group as an edition outside the house may know it, by how much of the group may be shown.
 *
 * @param smallClass - true when the group, or the rest, has fewer than 10 positives or negatives
 */
export function estimateFor(estimate: Estimate, exposure: Exposure, smallClass: boolean): Estimate {
  const { slice, of, origin, unit, metric, interval } = estimate;
  if (origin === "reported") return estimate; // Somebody's statement, and no count of this evidence.
  const cases = estimate.denominator ?? estimate.n;
  const tooFew =
    unit === "share" && slice !== "all" && origin === "measured" && cases > 0 && cases < smallCell;
  if (exposure === "open" && !tooFew) return estimate;
  // What a trivial rule would score is the share of the positives, or follows from it: one count over another.
  const blank = { numerator: null, denominator: null, n: 0, n_effective: null, baseline: null };
  const nothing = { ...estimate, ...blank, value: null, interval: null };
  if (exposure === "veiled" || exposure === "unnamed")
    return { ...nothing, reason: "neighbour-of-small-cell" };
  if (exposure === "hidden" || tooFew) return { ...nothing, reason: "small-cell" };
  const compared = metric.startsWith("excess-") || metric.endsWith("-difference"); // Tells both sides at once.
  const mixes = of !== "positives" && of !== "negatives"; // Tells one class by the other.
  // Of fewer than thirty not even the edition that knows the counts prints a rate.
  const few = unit === "share" && (estimate.n_effective ?? cases) < smallSample;
  // None of so many, or all of them: the bound alone says of how many, and the rest is the neighbour.
  const { numerator, denominator } = estimate;
  const isEdge = unit === "share" && (numerator === 0 || (numerator !== null && numerator === denominator));
  const { value } = estimate;
  const told = value === null ? null : unit === "share" ? roundedShare(value, cases) : coarse(value);
  const isTooFine = value !== null && told === null;
  if (compared || few || isEdge || isTooFine || (smallClass && mixes))
    return { ...nothing, reason: "neighbour-of-small-cell" };
  return {
    ...estimate,
    ...blank,
    value: told,
    interval: interval === null || (unit !== "share" && unit !== "index") ? null : widened(interval),
    reason: value === null ? estimate.reason : "neighbour-of-small-cell",
  };
}

/**
 * A share so coarse that it could be of any number of cases near its own: two digits, or one where it is rare; a
 * twentieth where it rests on fewer than a hundred; null where nothing coarse enough is left to tell.
 *
 * Of 34 to 42 positives only 37 and 38 have a share that rounds to 0.84. Where the other group withheld is known to
 * have fewer than ten, and both together are known from the total, that leaves two numbers for it.
 *
 * @param cases - what the share is of
 */
function roundedShare(share: number, cases: number): number | null {
  const edge = Math.min(share, 1 - share);
  const digit = edge > 0 && edge < 0.01 ? 10 ** Math.floor(Math.log10(edge)) : 0.01;
  if (digit * cases >= 1) return round(share);
  return twentieth * cases >= 1 && edge >= twentieth
    ? Number((Math.round(share / twentieth) * twentieth).toFixed(2))
    : null;
}

const twentieth = 0.05;

/** Two digits of a number that is no share, whatever its size. */
function coarse(value: number): number {
  return Math.abs(value) < 1 ? round(value) : Number(value.toPrecision(2));
}

/** Two digits of a share: what is printed, and too coarse to count back from. A rare case never becomes none. */
function round(share: number): number {
  if (share > 0.99 && share < 1) return 1 - round(1 - share);
  return share > 0 && share < 0.01 ? Number(share.toPrecision(1)) : Number(share.toFixed(2));
}

/**
 * A range rounded outwards, to a twentieth or to one digit where the share is small. Rounded to two digits both
 * ends of a range give away how many cases it rests on.
 */
function widened(interval: Interval): Interval {
  const below = (share: number): number => step(share, Math.floor);
  const above = (share: number): number => step(share, Math.ceil);
  return {
    ...interval,
    low: interval.low > 0.9 ? 1 - above(1 - interval.low) : below(interval.low),
    high: interval.high > 0.9 ? 1 - below(1 - interval.high) : above(interval.high),
  };
}

function step(share: number, round: (value: number) => number): number {
  if (share <= 0) return share;
  const size = share >= 0.1 ? twentieth : 10 ** Math.floor(Math.log10(share));
  return Number((round(share / size) * size).toPrecision(6));
}
