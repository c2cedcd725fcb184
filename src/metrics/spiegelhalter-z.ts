import { spiegelhalterZ as compute } from "../stats/spiegelhalter-z.js";
import { missing, type Metric } from "./metric.js";

export const spiegelhalterZ: Metric = {
  id: "spiegelhalter-z",
  summary:
    "How many standard errors the Brier score lies from what right scores would give; beyond 2.58 either way is rarer than 1 in 100 (Spiegelhalter 1986).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: ({ scores, subjects, n }, { probability }) => {
    if (scores === null) return missing("no-scores", n);
    if (!probability) return missing("not-probabilities", n);
    if (n === 0) return missing("no-cases");
    // Its error counts every row as a case of its own.
    if (subjects !== null) return missing("repeated-subjects", n);
    const test = compute(scores);
    return test === null ? missing("nothing-varies", n) : { ...missing("test-value", n), value: test.z };
  },
};
