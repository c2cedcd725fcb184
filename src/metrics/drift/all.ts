import type { MetricOf } from "../metric.js";
import { cramersV } from "./cramers-v.js";
import type { DriftCounts } from "./drift-counts.js";
import { jsDistance } from "./js-distance.js";
import { ksDistance } from "./ks-distance.js";
import { psiExpected } from "./psi-expected.js";
import { psi } from "./psi.js";
import { wassersteinDistance } from "./wasserstein-distance.js";

/** How far numbers and categories have moved from a reference; of evidence of any kind with rows. */
export const driftMetrics: readonly MetricOf<DriftCounts>[] = [
  psi,
  psiExpected,
  ksDistance,
  jsDistance,
  wassersteinDistance,
  cramersV,
];
