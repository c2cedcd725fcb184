import { calibrationAround, type CalibrationAround } from "../stats/calibration-around.js";
import type { Assessment } from "./assessment.js";
import type { CalibrationGate } from "./calibration-gate.js";

/** Whether a shown score may be read as a probability, and by which past cases. */
export interface CalibrationAt {
  /**
   * `passes`: the score may be told as a probability. `locally`: the gate passes over all cases, and fails for this
   * slice or around this score. `fails`: it fails over all cases, or nothing was shown. `held`: it passes over all
   * cases, and this edition may not know how those with a score like this one turned out.
   */
  readonly verdict: "passes" | "locally" | "fails" | "held";
  /** Why it does not pass: phrase ids under `calibration.` with their counts. */
  readonly reasons: CalibrationGate["reasons"];
  /** The past cases with a score like this one; null where this edition has no histogram of the scores. */
  readonly around: CalibrationAround | null;
}

/**
 * The whole calibration gate for a probability that is about to be shown: over all cases, for the slice, and around
 * the score itself.
 *
 * @param p - the score, a fraction in [0, 1]
 * @param slice - slice id of the case; `all` when it belongs to none
 */
export function calibrationAt(
  assessment: Pick<Assessment, "calibration" | "distributions" | "estimates"> &
    Partial<Pick<Assessment, "held">>,
  evaluation: string,
  p: number,
  slice = "all",
): CalibrationAt {
  const gate = assessment.calibration.find((one) => one.evaluation === evaluation);
  const notMeasured = [{ message: "calibration.not-measured", slots: {} }];
  const own = assessment.distributions.find((one) => one.evaluation === evaluation && one.slice === "all");
  const share = assessment.estimates.find(
    (one) => one.metric === "base-rate" && one.slice === "all" && one.evaluation === evaluation,
  );
  const deff = share?.n_effective == null ? 1 : Math.max(1, share.n / share.n_effective);
  const isShare = p >= 0 && p <= 1;
  const around = own === undefined || !isShare ? null : calibrationAround(own, p, deff);
  if (gate === undefined) return { verdict: "fails", reasons: notMeasured, around };
  if (!gate.passes) return { verdict: "fails", reasons: gate.reasons, around };
  if (around === null && isShare && assessment.held?.includes("trade-off") === true)
    return { verdict: "held", reasons: [{ message: "calibration.held", slots: {} }], around };
  const reasons = [
    ...(gate.slices.includes(slice) ? [{ message: "calibration.slice", slots: {} }] : []),
    ...localReasons(gate, around, p),
  ];
  return { verdict: reasons.length === 0 ? "passes" : "locally", reasons, around };
}

function localReasons(
  { bands }: CalibrationGate,
  around: CalibrationAround | null,
  p: number,
): CalibrationGate["reasons"] {
  if (around === null) return [{ message: "calibration.not-measured", slots: {} }];
  const { n, positives, fits } = around;
  const off = { message: "calibration.off-here", slots: { n, observed: positives } };
  if (n < 100) return [{ message: "calibration.few-like-it", slots: { n } }];
  const inBand = bands.some(({ low, high }) => p > low && p <= high);
  return fits && !inBand ? [] : [off];
}
