import type { Estimate } from "../../../model/assessment.js";
import { halfWidthN } from "../../../stats/half-width-n.js";
import type { Claim, DomainRule, Judgement } from "../claim.js";

/** Fewest effective cases on which a rate says anything. */
export const fewestCases = 30;
/** Width of a range that costs nothing, and one that costs two; shares of the whole scale. */
const [narrow, veryWide] = [0.1, 0.3];
/** The same as a multiple of the figure itself. */
const [narrowBeside, veryWideBeside] = [0.5, 1.3];
/** A range narrower than this is never very wide, however rare the event (NCHS). */
const neverVeryWide = 0.05;

/** What is measured on a scale from 0 to 1, where a width means the same everywhere. */
const onUnitScale: readonly Estimate["unit"][] = ["share", "index"];

/**
 * How wide the 95 % range is: the presentation standards of the US National Center for Health Statistics, with an
 * inner cut of our own.
 *
 * Where none or all were counted, and for a difference, which may be about nothing, the width beside the figure says
 * nothing and is not asked.
 */
export const precision: DomainRule = {
  id: "precision",
  judge: (claim) => {
    if (claim.seen !== null) {
      const { numerator, denominator, low, high } = claim.seen;
      const relative = numerator > 0 && numerator < denominator;
      return judgeRange(denominator, numerator / denominator, { low, high }, { unit: true, relative });
    }
    if (claim.kind === "cost") return judgeAmount(claim);
    const { estimate } = claim;
    if (estimate === null) return null;
    const { interval, value, metric, numerator, denominator, n, n_effective: worth } = estimate;
    const cases = Math.floor(worth ?? denominator ?? n);
    const measured = estimate.origin !== "reported";
    if (interval === null || value === null)
      return measured && n > 0 && cases < fewestCases
        ? { points: -2, found: "few", slots: { n: cases } }
        : { points: -1, found: "no-range" };
    const unit = onUnitScale.includes(estimate.unit);
    const isDifference = metric.endsWith("-difference") && unit;
    const extreme = numerator === 0 || (numerator !== null && numerator === denominator);
    const aboutNothing = interval.low < 0 && interval.high > 0;
    const scale = { unit, relative: !isDifference && !extreme && !aboutNothing };
    const judged = judgeRange(measured && unit ? cases : null, value, interval, scale);
    if (judged.points === 0 || estimate.unit !== "share" || isDifference || extreme) return judged;
    // The range of a derived share is not that of a count: how many cases would narrow it is not told.
    if (denominator === null) return judged;
    const needed = neededFor(estimate, value, cases);
    return needed > denominator ? { ...judged, slots: { ...judged.slots, needed } } : judged;
  },
};

interface Scale {
  /** True when the number lies between 0 and 1. */
  readonly unit: boolean;
  /** True when the width beside the figure means something. */
  readonly relative: boolean;
}

function judgeRange(
  cases: number | null,
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
  { unit, relative }: Scale,
): Judgement {
  if (cases !== null && cases < fewestCases) return { points: -2, found: "few", slots: { n: cases } };
  const width = high - low;
  const beside = relative && value !== 0 ? width / Math.abs(value) : 0;
  const slots = unit ? { width: Math.round(width * 100) } : {};
  const absolute = unit ? width : 0;
  if (absolute >= veryWide) return { points: -2, found: "very-wide", slots };
  if (beside > veryWideBeside && (!unit || width > neverVeryWide))
    return { points: -2, found: "very-wide-beside" };
  // Of a number about nothing, on a scale of its own, nobody can say what is wide.
  if (!unit && !relative) return { points: 0, found: "no-scale", measured: false };
  if (absolute > narrow) return { points: -1, found: "wide", slots };
  return beside > narrowBeside ? { points: -1, found: "wide-beside" } : fine;
}

/** Cases, to two digits, whose range would be narrow enough at the observed rate and the same design effect. */
function neededFor({ denominator, n }: Estimate, value: number, cases: number): number {
  const half = Math.min(narrow, narrowBeside * value) / 2;
  const deff = cases === 0 ? 1 : Math.max(1, (denominator ?? n) / cases);
  const needed = half > 0 && half < 1 ? (halfWidthN(value, half) ?? 0) * deff : 0;
  return Number(needed.toPrecision(2));
}

const fine: Judgement = { points: 0, found: "narrow" };

function judgeAmount({ declared }: Claim): Judgement {
  const { value, low, high } = declared ?? {};
  if (value === undefined || low === undefined || high === undefined || low === high)
    return { points: -1, found: "no-range" };
  return judgeRange(null, value, { low, high }, { unit: false, relative: true });
}
