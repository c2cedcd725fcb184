import { brierInterval } from "../stats/brier-interval.js";
import { brierScore as compute } from "../stats/brier-score.js";
import { missing, type Metric } from "./metric.js";

export const brierScore: Metric = {
  id: "brier-score",
  summary:
    "Mean squared distance between score and outcome. Its baseline always says the base rate of the evidence.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  scope: "slices",
  atBaseRate: false,
  compute: (cell, { level, probability }) => {
    if (cell.scores === null) return missing("no-scores", cell.n);
    if (!probability) return missing("not-probabilities", cell.n);
    const value = compute(cell.scores);
    if (value === null) return missing("no-cases");
    const share = cell.positives / cell.n;
    const bounds = cell.subjects === null ? brierInterval(cell.scores, level) : null;
    return {
      ...missing("", cell.n),
      value,
      reason: bounds === null ? "no-interval-clustered" : null,
      interval:
        bounds === null
          ? null
          : { ...bounds, level, method: "normal, mean of squared errors", side: "two-sided" },
      baseline: share * (1 - share),
    };
  },
};
