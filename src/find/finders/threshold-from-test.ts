import { fact, type Finder } from "../finder.js";

export const thresholdFromTest: Finder = {
  id: "threshold-from-test",
  summary:
    "The threshold was chosen on the cases it is judged on, so its results look better than they will be.",
  find: ({ evaluations }) =>
    evaluations
      .filter(({ threshold_source }) => threshold_source === "test")
      .map(({ id }) =>
        fact("threshold-from-test", "THR", "finding.threshold-from-test", {
          id: `threshold-from-test@${id}`,
          evaluation: id,
        }),
      ),
};
