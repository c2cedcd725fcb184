import type { Experiment } from "../model/experiment-plan.js";
import type { Plan } from "../model/plan.js";
import { alphaByLook } from "../stats/alpha-by-look.js";
import { sampleRatioP } from "../stats/sample-ratio-p.js";
import { smallestDetectableRate } from "../stats/smallest-detectable-rate.js";
import { twoProportionN } from "../stats/two-proportion-n.js";
import { alpha, power } from "./rollout.js";

/** The planned experiment with what can be said of it before it starts, and of its split so far; null without one. */
export function experimentOf({ experiment }: Pick<Plan, "experiment">): Experiment | null {
  if (experiment === undefined) return null;
  const { arms, outcome, min_units: units, looks } = experiment;
  const levels = alphaByLook(looks, alpha);
  // The last look decides: it has the most cases, and the level that the looks before it left over.
  const level = levels.at(-1) ?? alpha;
  const counts = arms.flatMap((arm) => arm.units ?? []);
  const isCounted = counts.length === arms.length;
  return {
    ...experiment,
    alpha_by_look: levels,
    detects:
      outcome === undefined || units === undefined
        ? null
        : smallestDetectableRate(
            units,
            outcome.rate,
            outcome.better === "lower" ? "rise" : "fall",
            power,
            level,
          ),
    needed:
      outcome?.harm === undefined ? null : ceilOf(twoProportionN(outcome.rate, outcome.harm, power, level)),
    sample_ratio_p: isCounted
      ? sampleRatioP(
          counts,
          arms.map(({ share }) => share),
        )
      : null,
  };
}

function ceilOf(units: number | null): number | null {
  return units === null ? null : Math.ceil(units);
}
