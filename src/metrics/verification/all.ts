import type { MetricDescription } from "../metric.js";
import { eer } from "./eer.js";
import { fairnessDiscrepancy } from "./fairness-discrepancy.js";
import { far } from "./far.js";
import { fmr } from "./fmr.js";
import { fmrGini } from "./fmr-gini.js";
import { fmrMaxGeomean } from "./fmr-max-geomean.js";
import { fmrMaxMin } from "./fmr-max-min.js";
import { fnmr } from "./fnmr.js";
import { fnmrGini } from "./fnmr-gini.js";
import { fnmrMaxGeomean } from "./fnmr-max-geomean.js";
import { fnmrMaxMin } from "./fnmr-max-min.js";
import { frr } from "./frr.js";
import { fta } from "./fta.js";
import { fte } from "./fte.js";
import { garbe } from "./garbe.js";
import { gfar } from "./gfar.js";
import { gfrr } from "./gfrr.js";
import { inequity } from "./inequity.js";

/** Every metric of 1:1 verification, in the order a reader meets them. */
export const verificationMetrics: readonly MetricDescription[] = [
  fmr,
  fnmr,
  eer,
  fta,
  fte,
  far,
  frr,
  gfar,
  gfrr,
  fmrMaxMin,
  fnmrMaxMin,
  fmrMaxGeomean,
  fnmrMaxGeomean,
  fmrGini,
  fnmrGini,
  garbe,
  inequity,
  fairnessDiscrepancy,
];
