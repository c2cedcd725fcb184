import type { AnalogyCondition } from "../analogy-condition.js";
import { acceptedFakes } from "./accepted-fakes.js";
import { attacksByClass } from "./attacks-by-class.js";
import { authorisedPerson } from "./authorised-person.js";
import { benchmarkEvidence } from "./benchmark-evidence.js";
import { bothCosts } from "./both-costs.js";
import { bothErrorRates } from "./both-error-rates.js";
import { calibratedScores } from "./calibrated-scores.js";
import { datedEvidence } from "./dated-evidence.js";
import { documentedControl } from "./documented-control.js";
import { enoughCases } from "./enough-cases.js";
import { errorsByKind } from "./errors-by-kind.js";
import { everyAttackTested } from "./every-attack-tested.js";
import { groupSizes } from "./group-sizes.js";
import { honestStopped } from "./honest-stopped.js";
import { hundredAlike } from "./hundred-alike.js";
import { intervalsHold } from "./intervals-hold.js";
import { jointLayers } from "./joint-layers.js";
import { levelOff } from "./level-off.js";
import { lossAmounts } from "./loss-amounts.js";
import { measuredChange } from "./measured-change.js";
import { measuredResponse } from "./measured-response.js";
import { noBreak } from "./no-break.js";
import { noOwnTest } from "./no-own-test.js";
import { overrulesCounted } from "./overrules-counted.js";
import { personDecides } from "./person-decides.js";
import { realSample } from "./real-sample.js";
import { shareWithRange } from "./share-with-range.js";
import { statedBaseRate } from "./stated-base-rate.js";
import { statedCapacity } from "./stated-capacity.js";
import { statedVolume } from "./stated-volume.js";
import { testedRollback } from "./tested-rollback.js";
import { threeCutOffs } from "./three-cut-offs.js";
import { twoCutOffs } from "./two-cut-offs.js";
import { twoLabellers } from "./two-labellers.js";

/** Everything an analogy may require. */
export const analogyConditions: readonly AnalogyCondition[] = [
  acceptedFakes,
  attacksByClass,
  authorisedPerson,
  benchmarkEvidence,
  bothCosts,
  bothErrorRates,
  calibratedScores,
  datedEvidence,
  documentedControl,
  enoughCases,
  errorsByKind,
  everyAttackTested,
  groupSizes,
  honestStopped,
  hundredAlike,
  intervalsHold,
  jointLayers,
  levelOff,
  lossAmounts,
  measuredChange,
  measuredResponse,
  noBreak,
  noOwnTest,
  overrulesCounted,
  personDecides,
  realSample,
  shareWithRange,
  statedBaseRate,
  statedCapacity,
  statedVolume,
  testedRollback,
  threeCutOffs,
  twoCutOffs,
  twoLabellers,
];
