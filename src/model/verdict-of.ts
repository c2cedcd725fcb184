import { regularizedBeta } from "../stats/regularized-beta.js";
import { regularizedBetaUpper } from "../stats/regularized-beta-upper.js";
import { settlingN } from "../stats/settling-n.js";
import type { Criterion } from "./assessment.js";
import { countsOf, type Range, type Seen } from "./range-of.js";

/** What a criterion demands, in numbers. */
export type Demand = Pick<Criterion, "operator" | "bound" | "upper" | "against"> & {
  /** Bounds on the value, its ratio or its difference; null where there is none on that side. */
  readonly least: number | null;
  readonly most: number | null;
};

/** A verdict with what led to it. */
export interface Judged extends Pick<
  Criterion,
  "verdict" | "reason" | "limit" | "limit_side" | "ratio" | "needed_n"
> {
  /** Chance of such counts if the bound held, where it fails: many slices are judged together. Null without counts. */
  readonly failP: number | null;
  /** The other end of the range, for a failure that is not one among so many slices. */
  readonly otherEnd: Pick<Criterion, "limit" | "limit_side">;
}

export const undecided = {
  limit: null,
  limit_side: null,
  ratio: null,
  needed_n: null,
  failP: null,
  otherEnd: { limit: null, limit_side: null },
} as const;

/**
 * Pass where the range keeps the bounds, fail where it lies beyond one of them, else inconclusive.
 *
 * Both bounds of `between` are judged at the full confidence: to pass, both have to hold (intersection-union test).
 */
export function verdictOf(
  range: Range,
  value: number,
  demand: Demand,
  seen: Seen,
  confidence: number,
): Judged {
  const least = demand.least ?? -Infinity;
  const most = demand.most ?? Infinity;
  const lower = end(range.low, "at-least");
  const upper = end(range.high, "at-most");
  // Of two bounds the one that the range keeps least is told.
  const nearUpper = demand.least === null || most - range.high < range.low - least;
  if (range.low >= least && range.high <= most)
    return { ...undecided, ...(nearUpper ? upper : lower), verdict: "pass", reason: "criterion.pass" };
  const [beyondMost, beyondLeast] = [range.low > most, range.high < least];
  if (beyondMost || beyondLeast)
    return {
      ...undecided,
      ...(beyondMost ? lower : upper),
      otherEnd: beyondMost ? upper : lower,
      failP: failChance(seen, demand, beyondMost ? "at-most" : "at-least"),
      verdict: "fail",
      reason: "criterion.fail",
    };
  const wrongSide = value < least || value > most;
  return {
    ...undecided,
    // Seen beyond a bound: the end on the far side of it shows that the range still reaches what was agreed.
    ...(wrongSide ? (value > most ? lower : upper) : nearUpper ? upper : lower),
    verdict: "inconclusive",
    reason: wrongSide ? "criterion.cannot-pass" : "criterion.inconclusive",
    needed_n: wrongSide ? null : neededCases(seen, demand, confidence),
  };
}

function end(limit: number, side: "at-least" | "at-most"): Pick<Criterion, "limit" | "limit_side"> {
  return Number.isFinite(limit) ? { limit, limit_side: side } : { limit: null, limit_side: null };
}

/** Exact chance of so many errors, or more, if the rate lay just at the bound. */
function failChance(seen: Seen, demand: Demand, broken: "at-least" | "at-most"): number | null {
  const counts = countsOf(seen);
  const bound = broken === "at-most" ? demand.most : demand.least;
  if (counts === null || bound === null || demand.operator === "relative") return null;
  const { x, n } = counts;
  if (bound <= 0 || bound >= 1) return null;
  if (broken === "at-most") return x <= 0 ? 1 : regularizedBeta(bound, x, n - x + 1);
  return x >= n ? 1 : regularizedBetaUpper(bound, x + 1, n - x);
}

/** Cases from which on the observed rate would pass. Repeated subjects are worth fewer, so that more are needed. */
function neededCases(
  { unit, numerator, denominator, nEffective }: Seen,
  { operator, bound }: Demand,
  confidence: number,
): number | null {
  if (unit !== "share" || numerator === null || denominator === null || bound === null) return null;
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return null;
  if (operator !== "at-least" && operator !== "at-most") return null;
  const worth = Math.min(1, (nEffective ?? denominator) / denominator);
  const [errors, most] = operator === "at-most" ? [numerator, bound] : [denominator - numerator, 1 - bound];
  return most > 0 && most < 1 ? settlingN(errors, denominator, most, confidence, worth) : null;
}
