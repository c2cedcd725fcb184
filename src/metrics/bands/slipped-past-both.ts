import type { MetricOf } from "../metric.js";
import { recall } from "../recall.js";
import { afterReview } from "./after-review.js";
import { cellOfRole, type Banded } from "./banded.js";

export const slippedPastBoth: MetricOf<Banded> = {
  id: "slipped-past-both",
  summary: "Share of the positives that pass the model or, once read, the reviewers.",
  of: "positives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (banded, level) =>
    afterReview(
      cellOfRole(banded, "pass"),
      cellOfRole(banded, "review"),
      banded.reviewers.misses,
      recall.compute,
      level,
    ),
};
