import type { Criterion, Stage, Trigger } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { StagePlan, TriggerPlan } from "../model/plan.js";
import { alphaByLook } from "../stats/alpha-by-look.js";
import { smallestDetectableRate } from "../stats/smallest-detectable-rate.js";
import { windowsToAlarm } from "../stats/windows-to-alarm.js";
import { judgeCriteria } from "./criteria/judge-criteria.js";
import { releaseOf } from "./criteria/release-of.js";

/** Chance with which a stage or an experiment should show a harm, and the level it keeps over all its looks. */
export const power = 0.8;
export const alpha = 0.05;

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
    false_alarm_windows: windowsAt(trigger, trigger.watch?.usual),
    delay_windows: windowsAt(trigger, trigger.watch?.harm),
  }));
}

/** Waits beyond this are told as "more than". */
const longestWait = 1_000_000;

/** Windows until the trigger's rule alarms at a rate; null where the rule or the rate is not given in numbers. */
function windowsAt({ watch }: TriggerPlan, rate: number | undefined): number | null {
  if (watch === undefined || rate === undefined) return null;
  return Math.min(longestWait, windowsToAlarm(watch.cases, rate, watch.above, watch.windows));
}

function targetVerdict(evidence: Evidence, { target }: TriggerPlan): Trigger["target_verdict"] {
  if (target === undefined) return null;
  const musts = judgeCriteria(evidence, { version: target.version }).filter(
    ({ importance }) => importance === "must",
  );
  return releaseOf(musts, evidence.plan.criteria ?? [])?.verdict ?? "unknown";
}
