import { missing } from "../../../metrics/metric.js";
import { errorRate } from "../../../metrics/attack-detection/error-rate.js";
import type { Estimate } from "../../../model/assessment.js";
import { bpcerAtApcer, type SpeciesScores } from "../../../stats/bpcer-at-apcer.js";
import type { ScoreTable } from "../../../stats/types.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { honestMetric, slipMetric, type AttackQuestion } from "./attack-rates.js";

/** Largest APCER of the usual summaries: BPCER10, BPCER20, BPCER100. */
const targets = [0.1, 0.05, 0.01];
const level = 0.95;

/** Scores per species, and of bona fide presentations, as the engine counted them. */
export interface AttackScores {
  readonly attacks: readonly SpeciesScores[];
  readonly bonaFide: ScoreTable;
}

/**
 * How many bona fide presentations are flagged where no species slips more often than a target.
 *
 * The threshold is read off the same presentations, so each is a summary of the scores and not what the threshold
 * in use does; its `threshold` names the one it stands for.
 */
export function attackPoints(
  { attacks, bonaFide }: AttackScores,
  { check }: AttackQuestion,
  flag: "at-or-above" | "below",
  place: EstimatePlace,
): Estimate[] {
  const metric = honestMetric(check);
  const slip = slipMetric(check, "presentation").id;
  return targets.map((target) => {
    const own = { ...place, facet: `${slip}=${target}` };
    const point = bpcerAtApcer(attacks, bonaFide, target, flag);
    if (point === null) {
      const reason = attacks.length === 0 ? "no-attacks" : "no-bona-fide";
      return estimateOf(metric, missing(reason), { ...own, threshold: null });
    }
    const measured = errorRate(point.flagged, point.bonaFide, level, "no-bona-fide");
    return { ...estimateOf(metric, measured, { ...own, threshold: point.threshold }), worst: point.species };
  });
}
