import { moverProduct } from "../../stats/mover-product.js";
import { transactionRates } from "../../stats/transaction-rates.js";
import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type Measured } from "../metric.js";

/** Cases that failed, of those tried. */
export interface Failures {
  readonly failed: number;
  readonly of: number;
}

/** What a transaction with one attempt is made of; null for what nobody counted. */
export interface TransactionParts {
  /** Errors of the comparison at the threshold in use. */
  readonly fmr: Measured;
  readonly fnmr: Measured;
  /** Attempts to capture without a usable sample. */
  readonly fta: Failures | null;
  /** People who could not be enrolled. */
  readonly fte: Failures | null;
}

/** Share of failures, with its Wilson interval. */
export function failureRate(failures: Failures | null, level: number): Measured {
  if (failures === null) return missing("not-counted");
  const { failed, of } = failures;
  const bounds = wilsonInterval(failed, of, level);
  if (bounds === null) return missing("no-attempts");
  return {
    value: failed / of,
    reason: null,
    numerator: failed,
    denominator: of,
    n: of,
    nEffective: null,
    interval: { ...bounds, level, method: "Wilson", side: "two-sided" },
    baseline: null,
  };
}

/**
 * What happens to a person: an error of the comparison together with failures to capture and, for the generalised
 * rates, to enrol. Derived for one attempt; with retries it has to be measured.
 */
export function transactionRate(
  rate: "far" | "frr" | "gfar" | "gfrr",
  { fmr, fnmr, fta, fte }: TransactionParts,
  level: number,
): Measured {
  const isMatch = rate === "far" || rate === "gfar";
  const error = isMatch ? fmr : fnmr;
  const capture = failureRate(fta, level);
  const enrolment = rate.startsWith("g") ? failureRate(fte, level) : null;
  const parts = [error, capture, ...(enrolment === null ? [] : [enrolment])];
  const without = parts.find(({ value }) => value === null);
  if (without !== undefined) return missing(without.reason ?? "no-value", error.n);
  const value = transactionRates({
    fmr: isMatch ? (fmr.value ?? 0) : 0,
    fnmr: isMatch ? 0 : (fnmr.value ?? 0),
    fta: capture.value ?? 0,
    fte: enrolment?.value ?? 0,
  })[rate];
  const interval = intervalOf(isMatch, error, parts.slice(1), level);
  return { ...missing("", error.n), reason: interval === null ? "no-interval" : null, value, interval };
}

/** To be accepted is a product: enrolled, captured, matched. To be refused is everything else. */
function intervalOf(
  isMatch: boolean,
  error: Measured,
  failures: readonly Measured[],
  level: number,
): Measured["interval"] {
  const factors = [isMatch ? boundsOf(error) : complement(boundsOf(error)), ...failures.map(successOf)];
  const known = factors.filter((factor) => factor !== null);
  if (known.length < factors.length) return null;
  const product = moverProduct(known);
  const bounds = isMatch ? product : complement(product);
  if (bounds === null) return null;
  return {
    low: Math.max(0, bounds.low),
    high: Math.min(1, bounds.high),
    level,
    method: "MOVER of a product (Zou and Donner 2008)",
    side: "two-sided",
  };
}

type WithBounds = Parameters<typeof moverProduct>[0][number];

function boundsOf({ value, interval }: Measured): WithBounds | null {
  return value === null || interval === null ? null : { value, low: interval.low, high: interval.high };
}

function successOf(failure: Measured): WithBounds | null {
  return complement(boundsOf(failure));
}

function complement(bounds: WithBounds | null): WithBounds | null {
  return bounds === null ? null : { value: 1 - bounds.value, low: 1 - bounds.high, high: 1 - bounds.low };
}
