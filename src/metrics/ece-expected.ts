import { eceUnderCalibration } from "../stats/ece-under-calibration.js";
import { missing, type Metric } from "./metric.js";

const bins = 10;
const replicates = 500;
const seed = 1;

export const eceExpected: Metric = {
  id: "ece-expected",
  summary:
    "The ece that right scores would show on as many cases, by chance alone. Its range holds 95 of 100 simulated tests of right scores.",
  of: "cases",
  unit: "index",
  origin: "derived",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: ({ scores, subjects, n }, { probability, level }) => {
    if (scores === null) return missing("no-scores", n);
    if (!probability) return missing("not-probabilities", n);
    // Outcomes of one subject go together: drawn one by one they would vary too little.
    if (subjects !== null) return missing("repeated-subjects", n);
    const expected = eceUnderCalibration(scores, bins, { level, replicates, seed });
    if (expected === null) return missing("no-cases");
    const { mean, low, high } = expected;
    const method = `${replicates.toString()} simulated tests of right scores, seed ${seed.toString()}`;
    return {
      ...missing("", n),
      reason: null,
      value: mean,
      interval: { low, high, level, method, side: "two-sided" },
    };
  },
};
