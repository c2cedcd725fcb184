import { missing, type Metric } from "./metric.js";
import { classRate } from "./rate.js";

export const observedExpectedRatio: Metric = {
  id: "observed-expected-ratio",
  summary: "Positives that occurred for each one the scores expected; 1 where the level is right.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: null,
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) => {
    if (cell.expected === null) return missing("no-scores", cell.n);
    if (!context.probability) return missing("not-probabilities", cell.n);
    if (cell.n === 0) return missing("no-cases");
    const { positives: observed, expected } = cell;
    if (expected === 0) return missing("none-expected", cell.n);
    const share = classRate(
      cell,
      context,
      ({ positives, negatives }) => ({ x: positives, n: positives + negatives }),
      "no-cases",
    );
    const mean = expected / cell.n;
    const interval =
      share.interval === null
        ? null
        : {
            ...share.interval,
            low: share.interval.low / mean,
            high: share.interval.high / mean,
            method: `${share.interval.method}, divided by the expected share`,
          };
    return {
      ...missing("", cell.n),
      reason: interval === null ? "no-interval" : null,
      value: observed / expected,
      numerator: observed,
      denominator: expected,
      nEffective: share.nEffective,
      interval,
    };
  },
};
