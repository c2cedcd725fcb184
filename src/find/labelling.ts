import type { Estimate } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { Labelling, LabellingPlan } from "../model/labelling-plan.js";
import type { Plan } from "../model/plan.js";
import { kappaN } from "../stats/kappa-n.js";

/** The labelling plan with what follows from its numbers, and the agreement where it was measured; null without one. */
export function labellingOf({ plan, estimates }: Pick<Evidence, "plan" | "estimates">): Labelling | null {
  const { labelling } = plan;
  if (labelling === undefined) return null;
  const { cases, double, kappa } = labelling;
  const measured = kappa === undefined ? null : measuredKappa(estimates, kappa);
  return {
    ...labelling,
    kappa_estimate: measured?.id ?? null,
    kappa_verdict: kappa === undefined ? null : verdictOf(measured, kappa.at_least),
    kappa_needed: kappa === undefined ? null : neededFor(kappa, measured, plan),
    doubled: cases === undefined || double === undefined ? null : cases.cases * double,
    passed_through: passedThrough(labelling, plan.deployment),
  };
}

type KappaPlan = NonNullable<LabellingPlan["kappa"]>;

/** Cohen's kappa of the evaluation that the plan names, else of the first that measured it over all cases. */
function measuredKappa(estimates: readonly Estimate[], { evaluation }: KappaPlan): Estimate | null {
  const found = estimates.find(
    (estimate) =>
      estimate.metric === "cohen-kappa" &&
      estimate.slice === "all" &&
      estimate.value !== null &&
      (evaluation === undefined || estimate.evaluation === evaluation),
  );
  return found ?? null;
}

function verdictOf(measured: Estimate | null, target: number): Labelling["kappa_verdict"] {
  if (measured === null) return "not-measured";
  const { interval } = measured;
  if (interval === null) return "inconclusive";
  if (interval.low >= target) return "pass";
  return interval.high < target ? "fail" : "inconclusive";
}

/** By what was measured, where that lies above the target, else by what the plan expects. */
function neededFor(
  { at_least: target, expected, rarer }: KappaPlan,
  measured: Estimate | null,
  { deployment }: Plan,
): number | null {
  const rate = deployment?.base_rate;
  const base = rarer ?? (typeof rate === "number" ? rate : rate?.value);
  const value = measured?.value ?? expected;
  if (base === undefined || value === undefined || !(base > 0 && base < 1)) return null;
  return kappaN(value, target, base);
}

function passedThrough(
  { pass_through: sample }: LabellingPlan,
  deployment: Plan["deployment"],
): Labelling["passed_through"] {
  const volume = deployment?.volume;
  if (sample === undefined || volume === undefined) return null;
  const cases = volume.cases * sample.share;
  const rate = deployment?.base_rate;
  const base = typeof rate === "number" ? rate : rate?.value;
  return { cases, positives: base === undefined ? null : cases * base, per: volume.per };
}
