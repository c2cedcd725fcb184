import type { Finder } from "../finder.js";
import { benchmarkOnly } from "./benchmark-only.js";
import { breakFinder } from "./break.js";
import { clusteredRows } from "./clustered-rows.js";
import { criteriaNotMet } from "./criteria-not-met.js";
import { declaredDisagrees } from "./declared-disagrees.js";
import { demographicGap } from "./demographic-gap.js";
import { demographicUnmeasured } from "./demographic-unmeasured.js";
import { devTestGap } from "./dev-test-gap.js";
import { drift } from "./drift.js";
import { duplicatesMissing } from "./duplicates-missing.js";
import { emptyCell } from "./empty-cell.js";
import { forecastBias } from "./forecast-bias.js";
import { humanOverride } from "./human-override.js";
import { leakageSmell } from "./leakage-smell.js";
import { layerDependence } from "./layer-dependence.js";
import { miscalibration } from "./miscalibration.js";
import { modelComparison } from "./model-comparison.js";
import { labelNoise } from "./label-noise.js";
import { neverPredicted } from "./never-predicted.js";
import { notGiven } from "./not-given.js";
import { notRepresentative } from "./not-representative.js";
import { onePeriod } from "./one-period.js";
import { pooledAttackRate } from "./pooled-attack-rate.js";
import { prevalenceMismatch } from "./prevalence-mismatch.js";
import { rollbackTarget } from "./rollback-target.js";
import { staleEvidence } from "./stale-evidence.js";
import { thinSlice } from "./thin-slice.js";
import { thresholdFragility } from "./threshold-fragility.js";
import { thresholdFromTest } from "./threshold-from-test.js";
import { unmeasuredAttack } from "./unmeasured-attack.js";
import { trainTestOverlap } from "./train-test-overlap.js";
import { weakSlice } from "./weak-slice.js";
import { wideInterval } from "./wide-interval.js";
import { zeroErrors } from "./zero-errors.js";

/** Every finder, in the order findings of equal size are listed. */
export const finders: readonly Finder[] = [
  modelComparison,
  weakSlice,
  demographicGap,
  neverPredicted,
  labelNoise,
  declaredDisagrees,
  miscalibration,
  forecastBias,
  breakFinder,
  drift,
  zeroErrors,
  wideInterval,
  thresholdFragility,
  thresholdFromTest,
  devTestGap,
  trainTestOverlap,
  leakageSmell,
  clusteredRows,
  humanOverride,
  prevalenceMismatch,
  staleEvidence,
  duplicatesMissing,
  notRepresentative,
  layerDependence,
  unmeasuredAttack,
  pooledAttackRate,
  benchmarkOnly,
  emptyCell,
  thinSlice,
  demographicUnmeasured,
  criteriaNotMet,
  rollbackTarget,
  onePeriod,
  notGiven,
];
