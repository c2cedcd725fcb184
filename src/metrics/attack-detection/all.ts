import type { MetricDescription } from "../metric.js";
import { apcer } from "./apcer.js";
import { apnrr } from "./apnrr.js";
import { bonaFideRefusal } from "./bona-fide-refusal.js";
import { bpcer } from "./bpcer.js";
import { bpnrr } from "./bpnrr.js";
import { dfar } from "./dfar.js";
import { dfrr } from "./dfrr.js";
import { fraudSlip } from "./fraud-slip.js";
import { iapar } from "./iapar.js";
import { injectionSlip } from "./injection-slip.js";
import { manualReview } from "./manual-review.js";
import { riapar } from "./riapar.js";
import { straightThrough } from "./straight-through.js";
import { volumeShare } from "./volume-share.js";

/** Metrics of evidence about attacks, in the order they are told: slips, false stops, the whole system, coverage. */
export const attackMetrics: readonly MetricDescription[] = [
  apcer,
  injectionSlip,
  bpcer,
  dfar,
  dfrr,
  iapar,
  riapar,
  fraudSlip,
  bonaFideRefusal,
  apnrr,
  bpnrr,
  straightThrough,
  manualReview,
  volumeShare,
];
