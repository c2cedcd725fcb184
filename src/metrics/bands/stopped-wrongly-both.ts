import { falseAlarms } from "../false-alarms.js";
import type { MetricOf } from "../metric.js";
import { afterReview } from "./after-review.js";
import { cellOfRole, type Banded } from "./banded.js";

export const stoppedWronglyBoth: MetricOf<Banded> = {
  id: "stopped-wrongly-both",
  summary: "Share of the negatives that the model or, once read, the reviewers stop.",
  of: "negatives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (banded, level) =>
    afterReview(
      cellOfRole(banded, "stop"),
      cellOfRole(banded, "review"),
      banded.reviewers.falseAlarms,
      falseAlarms.compute,
      level,
    ),
};
