import type { Estimate } from "../../model/assessment.js";
import { exactBinomialP } from "../../stats/exact-binomial-p.js";
import { normalCriticalValue } from "../../stats/normal-critical-value.js";
import { normalUpperTail } from "../../stats/normal-upper-tail.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** Smallest bias, and smallest gap between coverage and claim, that matters: 2 of 100. */
const practical = 0.02;

export const forecastBias: Finder = {
  id: "forecast-bias",
  summary:
    "Forecasts that are too high or too low in sum, intervals that hold more or fewer actuals than they claim, and zeros left out of a percentage error.",
  find: (evidence) =>
    evidence.evaluations
      .filter(({ task }) => task === "forecast" || task === "regression")
      .flatMap(({ id, used, counts = {} }) => {
        const own = evidence.estimates.filter(({ evaluation }) => evaluation === id);
        const zeros = counts["zero-actuals"] ?? 0;
        return [
          ...own.filter(({ metric }) => metric === "forecast-bias").flatMap(biasOf),
          ...own.filter(({ metric }) => metric === "interval-coverage").flatMap(coverageOf),
          ...(zeros === 0
            ? []
            : [
                fact("forecast-bias", "UNM", "finding.forecast-bias.zeros", {
                  id: `forecast-bias@${id}#zeros`,
                  evaluation: id,
                  slots: { count: zeros, of: used },
                  gap: true,
                }),
              ]),
        ];
      }),
};

function biasOf(estimate: Estimate): Candidate[] {
  const { value, interval } = estimate;
  if (value === null || interval === null) return [];
  return [
    candidate(estimate, value > 0 ? "high" : "low", {
      p: pOf(value, interval),
      practical: Math.abs(value) > practical && (interval.low > 0 || interval.high < 0),
    }),
  ];
}

function coverageOf(estimate: Estimate): Candidate[] {
  const { value, interval, baseline, numerator, denominator } = estimate;
  if (value === null || interval === null || baseline === null) return [];
  if (numerator === null || denominator === null) return [];
  const exact = exactBinomialP(numerator, denominator, baseline);
  // The range knows of neighbours that miss together, the exact test does not: the weaker of both counts.
  const p = Math.max(exact, pOf(value - baseline, interval));
  const excluded = interval.low > baseline || interval.high < baseline;
  return [
    candidate(estimate, value > baseline ? "coverage-high" : "coverage-low", {
      p,
      practical: Math.abs(value - baseline) >= practical && excluded,
    }),
  ];
}

/** Two-sided p-value of a distance from 0 with the standard error that its interval implies. */
function pOf(distance: number, { low, high, level }: NonNullable<Estimate["interval"]>): number {
  const error = (high - low) / 2 / normalCriticalValue(level);
  return error > 0 ? Math.min(1, 2 * normalUpperTail(Math.abs(distance) / error)) : 1;
}

function candidate(
  { id, evaluation, slice, metric }: Estimate,
  what: "high" | "low" | "coverage-high" | "coverage-low",
  judged: Pick<Candidate, "p" | "practical">,
): Candidate {
  return fact("forecast-bias", "CAL", `finding.forecast-bias.${what}`, {
    id: `forecast-bias@${slice}#${metric}`,
    evaluation,
    slice: slice === "all" ? null : slice,
    estimates: [id],
    ...judged,
  });
}
