import { missing, type Metric } from "./metric.js";

export const meanScore: Metric = {
  id: "mean-score",
  summary:
    "Positives the scores expect, as a share of the cases: the mean score. Sets the level against `base-rate`.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  scope: "complements",
  atBaseRate: false,
  compute: (cell, { probability }) => {
    if (cell.expected === null) return missing("no-scores", cell.n);
    if (!probability) return missing("not-probabilities", cell.n);
    if (cell.n === 0) return missing("no-cases");
    const { expected } = cell;
    // What the model said is known exactly: no sampling range belongs to it.
    return {
      ...missing("said-not-sampled", cell.n),
      value: expected / cell.n,
      numerator: expected,
      denominator: cell.n,
    };
  },
};
