import type { Criterion, Stage, Trigger } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { StagePlan, TriggerPlan } from "../model/plan.js";
import { alphaByLook } from "../stats/alpha-by-look.js";
import { smallestDetectableRate } from "../stats/smallest-detectable-rate.js";
import { judgeCriteria } from "./criteria/judge-criteria.js";
import { releaseOf } from "./criteria/release-of.js";

/** Chance with which a stage should show a harm, and the level it keeps over all its looks. */
const power = 0.8;
const alpha = 0.05;

/** The stages of the rollout, with what can be said of each before it starts. */
export function stagesOf({ plan }: Evidence, criteria: readonly Criterion[]): Stage[] {
  const { rollout } = plan;
  if (rollout === undefined || typeof rollout === "string") return [];
  return rollout.stages.map((stage) => {
    const levels = alphaByLook(stage.looks, alpha);
    const entry = criteria.filter(({ of }) => (stage.entry ?? []).includes(of));
    // A criterion named as an entry has to pass, however much it matters elsewhere.
    const asMust = entry.map((criterion) => ({ ...criterion, importance: "must" as const }));
    return {
      ...stage,
      entry_verdict: releaseOf(asMust, plan.criteria ?? [])?.verdict ?? null,
      alpha_by_look: levels,
      detectable: detectableOf(stage, levels.at(-1) ?? alpha),
    };
  });
}

/** Smallest rise of each guardrail with a usual rate that the least exposure would show at the last look. */
function detectableOf({ guardrails = [], min_cases }: StagePlan, level: number): Stage["detectable"] {
  if (min_cases === undefined) return [];
  return guardrails.flatMap(({ signal, rate }) =>
    rate === undefined
      ? []
      : [{ signal, rate, detects: smallestDetectableRate(min_cases, rate, "rise", power, level) }],
  );
}

/** The triggers of a rollback; the version it leads to has to keep the musts itself. */
export function triggersOf(evidence: Evidence): Trigger[] {
  const { rollback } = evidence.plan;
  if (rollback === undefined || typeof rollback === "string") return [];
  return rollback.triggers.map((trigger) => ({
    ...trigger,
    target_verdict: targetVerdict(evidence, trigger),
  }));
}

function targetVerdict(evidence: Evidence, { target }: TriggerPlan): Trigger["target_verdict"] {
  if (target === undefined) return null;
  const musts = judgeCriteria(evidence, { version: target.version }).filter(
    ({ importance }) => importance === "must",
  );
  return releaseOf(musts, evidence.plan.criteria ?? [])?.verdict ?? "unknown";
}
