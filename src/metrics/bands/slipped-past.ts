import type { MetricOf } from "../metric.js";
import { recall } from "../recall.js";
import { cellOfRole, contextOf, type Banded } from "./banded.js";

export const slippedPast: MetricOf<Banded> = {
  id: "slipped-past",
  summary: "Share of the positives that the model passes without a person reading them.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (banded, level) => recall.compute(cellOfRole(banded, "pass"), contextOf(level, null)),
};
