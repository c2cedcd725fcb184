import { calibrationBins } from "../stats/calibration-bins.js";
import { expectedCalibrationError as compute } from "../stats/expected-calibration-error.js";
import { missing, type Metric } from "./metric.js";

const bins = 10;

export const ece: Metric = {
  id: "ece",
  summary:
    "Mean distance between score and outcome over ten bins of equal width. Grows as cases get fewer: read it beside ece-expected.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  scope: "slices",
  atBaseRate: false,
  compute: (cell, { probability }) => {
    if (cell.scores === null) return missing("no-scores", cell.n);
    if (!probability) return missing("not-probabilities", cell.n);
    const value = compute(calibrationBins(cell.scores, bins, "width"));
    return value === null ? missing("no-cases") : { ...missing("no-interval-index", cell.n), value };
  },
};
