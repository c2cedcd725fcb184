import type { Rule } from "../rule.js";
import { absoluteClaim } from "./absolute-claim.js";
import { accuracyUnderImbalance } from "./accuracy-under-imbalance.js";
import { adviceInForecast } from "./advice-in-forecast.js";
import { analogyPrecondition } from "./analogy-precondition.js";
import { arithmeticIdentity } from "./arithmetic-identity.js";
import { averageHidesGroup } from "./average-hides-group.js";
import { benchmarkAsDeployment } from "./benchmark-as-deployment.js";
import { buriedLead } from "./buried-lead.js";
import { causalVerb } from "./causal-verb.js";
import { chartHygiene } from "./chart-hygiene.js";
import { cherryPicked } from "./cherry-picked.js";
import { denominatorSwitch } from "./denominator-switch.js";
import { differenceWithinNoise } from "./difference-within-noise.js";
import { estimateWithoutRange } from "./estimate-without-range.js";
import { fairnessAbsolute } from "./fairness-absolute.js";
import { iconArrayFaults } from "./icon-array-faults.js";
import { independenceMultiplication } from "./independence-multiplication.js";
import { intervalMisread } from "./interval-misread.js";
import { jargonWithoutGloss } from "./jargon-without-gloss.js";
import { longSentence } from "./long-sentence.js";
import { missingAsk } from "./missing-ask.js";
import { mixedScales } from "./mixed-scales.js";
import { modelAgency } from "./model-agency.js";
import { moneyWithoutBasis } from "./money-without-basis.js";
import { oldEvidence } from "./old-evidence.js";
import { oneErrorType } from "./one-error-type.js";
import { oneInX } from "./one-in-x.js";
import { oneSidedFrame } from "./one-sided-frame.js";
import { overPrecision } from "./over-precision.js";
import { passiveWithoutActor } from "./passive-without-actor.js";
import { percentOrPoints } from "./percent-or-points.js";
import { percentageWithoutDenominator } from "./percentage-without-denominator.js";
import { precisionWithoutBaseRate } from "./precision-without-base-rate.js";
import { probabilityWordWithoutNumber } from "./probability-word-without-number.js";
import { rateWithoutWindow } from "./rate-without-window.js";
import { readingGrade } from "./reading-grade.js";
import { recommendationAgainstEvidence } from "./recommendation-against-evidence.js";
import { repeatedInLens } from "./repeated-in-lens.js";
import { relativeWithoutAbsolute } from "./relative-without-absolute.js";
import { rowWithoutTripwire } from "./row-without-tripwire.js";
import { significant } from "./significant.js";
import { singleEventProbability } from "./single-event-probability.js";
import { smallGroupPercentage } from "./small-group-percentage.js";
import { stackedHedges } from "./stacked-hedges.js";
import { sureWithoutCalibration } from "./sure-without-calibration.js";
import { thresholdWithoutCosts } from "./threshold-without-costs.js";
import { toggleOutsideSupport } from "./toggle-outside-support.js";
import { topicTitle } from "./topic-title.js";
import { transposedConditional } from "./transposed-conditional.js";
import { unattributedVendorClaim } from "./unattributed-vendor-claim.js";
import { undefinedAcronym } from "./undefined-acronym.js";
import { unitMismatch } from "./unit-mismatch.js";
import { unqualifiedFalsePositiveRate } from "./unqualified-false-positive-rate.js";
import { unsupportedClaim } from "./unsupported-claim.js";
import { wordLimit } from "./word-limit.js";
import { zeroIsNotNever } from "./zero-is-not-never.js";

/** Every lint rule, in the order of the rule book. */
export const rules: readonly Rule[] = [
  percentageWithoutDenominator,
  denominatorSwitch,
  transposedConditional,
  precisionWithoutBaseRate,
  accuracyUnderImbalance,
  relativeWithoutAbsolute,
  percentOrPoints,
  oneInX,
  overPrecision,
  smallGroupPercentage,
  estimateWithoutRange,
  zeroIsNotNever,
  differenceWithinNoise,
  cherryPicked,
  sureWithoutCalibration,
  singleEventProbability,
  intervalMisread,
  probabilityWordWithoutNumber,
  mixedScales,
  unqualifiedFalsePositiveRate,
  unsupportedClaim,
  oldEvidence,
  benchmarkAsDeployment,
  unattributedVendorClaim,
  causalVerb,
  absoluteClaim,
  modelAgency,
  fairnessAbsolute,
  jargonWithoutGloss,
  undefinedAcronym,
  passiveWithoutActor,
  stackedHedges,
  longSentence,
  buriedLead,
  missingAsk,
  topicTitle,
  chartHygiene,
  iconArrayFaults,
  oneSidedFrame,
  oneErrorType,
  moneyWithoutBasis,
  thresholdWithoutCosts,
  independenceMultiplication,
  analogyPrecondition,
  toggleOutsideSupport,
  averageHidesGroup,
  significant,
  rateWithoutWindow,
  unitMismatch,
  arithmeticIdentity,
  adviceInForecast,
  rowWithoutTripwire,
  readingGrade,
  wordLimit,
  recommendationAgainstEvidence,
  repeatedInLens,
];
