import type { MetricDescription, MetricOf } from "../metric.js";
import { agreement } from "./agreement.js";
import { cohenKappaOfLabels } from "./cohen-kappa.js";
import { correctedBaseRate } from "./corrected-base-rate.js";
import { kappaLinear } from "./kappa-linear.js";
import { kappaQuadratic } from "./kappa-quadratic.js";
import { krippendorffAlphaOfLabels } from "./krippendorff-alpha.js";
import type { PairCounts } from "./label-counts.js";
import { labelCeiling } from "./label-ceiling.js";
import { labelNoise } from "./label-noise.js";

/** Metrics of two people's labels. */
export const pairMetrics: readonly MetricOf<PairCounts>[] = [
  agreement,
  cohenKappaOfLabels,
  labelNoise,
  labelCeiling,
];

/** Metrics of two people's labels that need them in an order. */
export const orderedMetrics: readonly MetricOf<PairCounts>[] = [kappaLinear, kappaQuadratic];

/** Every metric of labels. */
export const labelMetrics: readonly MetricDescription[] = [
  ...pairMetrics,
  ...orderedMetrics,
  krippendorffAlphaOfLabels,
  correctedBaseRate,
];
