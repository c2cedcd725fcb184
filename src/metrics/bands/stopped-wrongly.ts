import { falseAlarms } from "../false-alarms.js";
import type { MetricOf } from "../metric.js";
import { cellOfRole, contextOf, type Banded } from "./banded.js";

export const stoppedWrongly: MetricOf<Banded> = {
  id: "stopped-wrongly",
  summary: "Share of the negatives that the model stops without a person reading them.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (banded, level) => falseAlarms.compute(cellOfRole(banded, "stop"), contextOf(level, null)),
};
