import type { Assessment, Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

const daysPer: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** How many cases are flagged at the stated volume, against what people can handle; empty without a volume. */
export function workloadSentence(
  voice: Voice,
  flagRate: Estimate,
  { volume, capacity }: Assessment["deployment"],
): readonly Inline[] {
  if (volume === null || flagRate.value === null) return [];
  const per = capacity?.per ?? volume.per;
  const cases = (volume.cases * (daysPer[per] ?? 1)) / (daysPer[volume.per] ?? 1);
  const count = (share: number): number => {
    const exact = share * cases;
    // A table of options may stand beside it and count the same cases: up to 1,000 both print them whole.
    return exact < 1_000 ? Math.round(exact) : Number(exact.toPrecision(2));
  };
  const work = count(flagRate.value);
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
    fits: capacity === null ? "yes" : fitsOf(work, count(flagRate.interval?.high ?? 0), capacity.cases),
  });
}

/** Whether the work can be done: not, only where it stays below the top of its range, or in any case. */
function fitsOf(work: number, most: number, capacity: number): "yes" | "maybe" | "no" {
  if (work > capacity) return "no";
  return most > capacity ? "maybe" : "yes";
}
