import { independentJointRate } from "../../stats/independent-joint-rate.js";
import { missing, type MetricOf } from "../metric.js";
import type { LayerSums } from "./layer-sums.js";

export const jointSlipIfIndependent: MetricOf<LayerSums> = {
  id: "joint-slip-if-independent",
  summary:
    "Product of the slips of all layers: the joint slip if they failed independently. Shown beside the joint slip only.",
  of: "positives",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: ({ n, passed }) => {
    if (n === 0) return missing("no-attacks");
    const value = independentJointRate(passed.map((count) => count / n));
    return { ...missing("assumes-independence", n), value };
  },
};
