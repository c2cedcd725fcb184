import type { MetricOf } from "../metric.js";
import type { PairCounts } from "./label-counts.js";
import { noiseOf } from "./noise-of.js";

export const labelNoise: MetricOf<PairCounts> = {
  id: "label-noise",
  summary: "Share of one person's labels that are wrong, estimated from how often two disagree.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: ({ matrix }, level) => noiseOf(matrix, level),
};
