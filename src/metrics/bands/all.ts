import type { MetricDescription, MetricOf } from "../metric.js";
import type { Banded } from "./banded.js";
import type { OneOutcome } from "./one-outcome.js";
import { outcomeNegatives } from "./outcome-negatives.js";
import { outcomePositives } from "./outcome-positives.js";
import { outcomeRate } from "./outcome-rate.js";
import { outcomeShare } from "./outcome-share.js";
import { reviewWorkload } from "./review-workload.js";
import { slippedPast } from "./slipped-past.js";
import { slippedPastBoth } from "./slipped-past-both.js";
import { stoppedWrongly } from "./stopped-wrongly.js";
import { stoppedWronglyBoth } from "./stopped-wrongly-both.js";
import { straightThroughShare } from "./straight-through-share.js";
import { straightThroughShareTest } from "./straight-through-share-test.js";

/** Metrics of each outcome. */
export const outcomeMetrics: readonly MetricOf<OneOutcome>[] = [
  outcomeShare,
  outcomeRate,
  outcomePositives,
  outcomeNegatives,
];

/** Metrics of all outcomes together. */
export const bandedMetrics: readonly MetricOf<Banded>[] = [
  straightThroughShareTest,
  straightThroughShare,
  reviewWorkload,
  slippedPast,
  slippedPastBoth,
  stoppedWrongly,
  stoppedWronglyBoth,
];

/** Metrics that decisions in more than two ways have beside those of a score. */
export const bandMetrics: readonly MetricDescription[] = [...outcomeMetrics, ...bandedMetrics];
