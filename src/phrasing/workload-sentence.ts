import type { Assessment, Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { perOther } from "../model/periods.js";
import { counted } from "./counted.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

type Deployment = Pick<Assessment["deployment"], "volume" | "capacity">;

/** How many cases are flagged at the stated volume, against what people can handle; empty without a volume. */
export function workloadSentence(
  voice: Voice,
  flagRate: Estimate,
  deployment: Deployment,
): readonly Inline[] {
  const { volume, capacity } = deployment;
  const amount = workOf(flagRate, deployment);
  if (volume === null || amount === null) return [];
  const { per, work, count } = amount;
  return voice.say(capacity === null ? "workload.volume" : "workload.capacity", {
    volume: counted(voice, "plan:deployment.volume", "n", volume.cases),
    volume_per: volume.per,
    ...nounSlots(voice.words),
    work: counted(voice, flagRate.id, "value", work),
    low: flagRate.interval === null ? "" : counted(voice, flagRate.id, "low", count(flagRate.interval.low)),
    high:
      flagRate.interval === null ? "" : counted(voice, flagRate.id, "high", count(flagRate.interval.high)),
    ranged: flagRate.interval === null ? "no" : "yes",
    per,
    same: per === volume.per ? "yes" : "no",
    capacity: capacity === null ? "" : counted(voice, "plan:deployment.capacity", "n", capacity.cases),
    fits: fitsCapacity(flagRate, deployment) ?? "yes",
  });
}

/** The flagged cases of the period that capacity is stated for, and how any share of the volume is counted in it. */
function workOf(flagRate: Estimate, { volume, capacity }: Deployment) {
  if (volume === null || flagRate.value === null) return null;
  const per = capacity?.per ?? volume.per;
  const cases = perOther(volume.cases, volume.per, per);
  const count = (share: number): number => {
    const exact = share * cases;
    // A table of options may stand beside it and count the same cases: up to 1,000 both print them whole.
    return exact < 1_000 ? Math.round(exact) : Number(exact.toPrecision(2));
  };
  return { per, work: count(flagRate.value), count };
}

/**
 * Whether the work can be done: not, only where it stays below the top of its range, or in any case; null without a
 * volume or a capacity.
 */
export function fitsCapacity(flagRate: Estimate, deployment: Deployment): "yes" | "maybe" | "no" | null {
  const amount = workOf(flagRate, deployment);
  if (amount === null || deployment.capacity === null) return null;
  const { cases } = deployment.capacity;
  if (amount.work > cases) return "no";
  return amount.count(flagRate.interval?.high ?? 0) > cases ? "maybe" : "yes";
}
