import { logLoss as compute } from "../stats/log-loss.js";
import { missing, type Metric } from "./metric.js";

export const logLoss: Metric = {
  id: "log-loss",
  summary:
    "Mean negative log-likelihood of the outcomes. Scores of exactly 0 or 1 are clipped to 1e-15 of the end.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  scope: "all",
  atBaseRate: false,
  compute: (cell, { probability }) => {
    if (cell.scores === null) return missing("no-scores", cell.n);
    if (!probability) return missing("not-probabilities", cell.n);
    const result = compute(cell.scores);
    if (result === null) return missing("no-cases");
    return {
      ...missing("no-interval-index", cell.n),
      value: result.value,
      baseline: entropy(cell.positives / cell.n),
    };
  },
};

function entropy(share: number): number | null {
  if (share === 0 || share === 1) return 0;
  return -(share * Math.log(share) + (1 - share) * Math.log(1 - share));
}
