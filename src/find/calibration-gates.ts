import type { EvaluationFacts, Finding } from "../model/assessment.js";
import type { CalibrationGate } from "../model/calibration-gate.js";
import type { Evidence } from "../model/evidence.js";
import { levelOfScores } from "../model/level-of-scores.js";
import { estimatesOf } from "./estimates-of.js";

type Reason = CalibrationGate["reasons"][number];

/** Fewest positives, and negatives, on which a calibration is judged (Snell et al. 2021 find even 200 imprecise). */
const fewestOfClass = 100;
/** Share of cases whose outcome may still be open. */
const largestOpenShare = 0.05;
/** Positives for each one expected between which the level counts as right. */
const [lowestRatio, highestRatio] = [0.8, 1.25];
/** Distance of level that passes although it is clearly not nothing: 2 cases of 100. */
const smallGap = 0.02;
/** Slopes of the recalibration between which the scores count as neither too extreme nor too timid. */
const [lowestSlope, highestSlope] = [0.8, 1.2];

/**
 * The gate a score has to pass before it may be told as a probability: for each evidence with scores.
 *
 * It asks for a sample of real use with final outcomes and at least 100 cases of each class; for the right level (as
 * many positives as expected) and the right shape (slope of the logistic recalibration, Van Calster et al. 2019);
 * and that no search found it to be off. How a model was built does not count: a network that passes on data it
 * never saw is calibrated there, and a regression that fails is not. The calibration error is reported elsewhere and
 * decides nothing, for it grows as cases get fewer. The Hosmer-Lemeshow test is not asked.
 *
 * @param findings - what the finders reported, after their p-values were adjusted
 */
export function calibrationGates(evidence: Evidence, findings: readonly Finding[]): CalibrationGate[] {
  return evidence.evaluations
    .filter(({ task, score }) => task === "binary" && score !== null)
    .map((evaluation) => {
      const off = findings.filter(
        ({ rule, evaluation: of }) => rule === "miscalibration" && of === evaluation.id,
      );
      const bands = off.flatMap(({ slots: { low, high } }) =>
        typeof low === "number" && typeof high === "number" ? [{ low, high }] : [],
      );
      const slices = [...new Set(off.flatMap(({ slice }) => slice ?? []))];
      const overall = off.some(({ slice, slots }) => slice === null && slots.low === undefined);
      const reasons = [
        ...sampleReasons(evaluation, findings),
        ...fitReasons(evidence, evaluation),
        ...(overall ? [reason("found-off")] : []),
      ];
      return { evaluation: evaluation.id, passes: reasons.length === 0, reasons, slices, bands };
    });
}

/** Why the evidence cannot show a calibration, whatever the scores say. */
function sampleReasons(
  { id, kind, rows, excluded, positives, negatives }: EvaluationFacts,
  findings: readonly Finding[],
): Reason[] {
  const isSample = kind === "deployment" || kind === "held-out";
  const mismatch = findings.some(
    ({ rule, evaluation }) => rule === "prevalence-mismatch" && evaluation === id,
  );
  // A blank label is an outcome that is not final; those that come early are no sample of all.
  const open = rows === null || rows === 0 ? 0 : excluded.label_blank / rows;
  return [
    ...(isSample ? [] : [reason("not-a-sample")]),
    ...(mismatch ? [reason("other-base-rate")] : []),
    ...(open > largestOpenShare ? [reason("not-final", { n: excluded.label_blank })] : []),
    ...((positives ?? 0) < fewestOfClass ? [reason("few-positives", { n: positives ?? 0 })] : []),
    ...((negatives ?? 0) < fewestOfClass ? [reason("few-negatives", { n: negatives ?? 0 })] : []),
  ];
}

/** Why the scores do not fit what occurred. */
function fitReasons(evidence: Evidence, { id, score }: EvaluationFacts): Reason[] {
  if (score?.probability !== true) return [reason("not-probabilities")];
  const get = estimatesOf(evidence, id);
  const [ratio, mean, slope] = [
    get("observed-expected-ratio", "all"),
    get("mean-score", "all"),
    get("calibration-slope", "all"),
  ];
  if (ratio?.value == null || mean?.value == null || slope?.value == null) return [reason("not-measured")];
  const around = ratio.value >= lowestRatio && ratio.value <= highestRatio;
  const unclear = levelOfScores(ratio, get("calibration-in-the-large", "all")) === "unclear";
  const small = Math.abs(ratio.value - 1) * mean.value <= smallGap;
  const straight =
    (slope.value >= lowestSlope && slope.value <= highestSlope) ||
    (slope.interval !== null && slope.interval.low <= 1 && slope.interval.high >= 1);
  return [
    ...(around && (unclear || small)
      ? []
      : [reason("level", { observed: ratio.numerator ?? 0, expected: ratio.denominator ?? 0 })]),
    ...(straight ? [] : [reason(slope.value < 1 ? "too-extreme" : "too-timid")]),
  ];
}

function reason(id: string, slots: Reason["slots"] = {}): Reason {
  return { message: `calibration.${id}`, slots };
}
