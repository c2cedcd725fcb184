import { suggestName } from "../../model/nearest-name.js";
import { perOther } from "../../model/periods.js";
import type { Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Words of a cadence whose length is known; others are not judged. */
const cadences: Readonly<Record<string, string>> = {
  hourly: "hour",
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
};

/**
 * A rule that waits for more cases per window than come in is never judged, so that its false alarms and its delay, as
 * printed, do not hold. Held against the stated volume, and against that of each stage in which a trigger is judged.
 */
export function checkWatchedVolume(plan: Plan, report: Report): void {
  const { rollout, rollback, monitoring = [] } = plan;
  const volume = plan.deployment?.volume;
  const stages = typeof rollout === "object" ? rollout.stages : [];
  const come = (per: string): number =>
    volume === undefined ? Infinity : perOther(volume.cases, volume.per, per);
  const triggers = typeof rollback === "object" ? rollback.triggers : [];
  triggers.forEach(({ watch, stages: own }, index) => {
    const path = `rollback.triggers.${index}`;
    const names = stages.map(({ name }) => name);
    for (const name of (own ?? []).filter((one) => !names.includes(one)))
      report(`${path}.stages`, `Unexpected stage "${name}".`, suggestName(name, names));
    if (watch === undefined) return;
    const all = come(watch.per);
    if (watch.cases > all) {
      report(`${path}.watch`, tooFew(watch.cases, watch.per, all, "deployment.volume"));
      return;
    }
    for (const { name, share = 1 } of stages) {
      // Where nothing is decided yet nothing is rolled back.
      if (share === 0 || (own !== undefined && !own.includes(name)) || watch.cases <= all * share) continue;
      report(
        `${path}.watch`,
        tooFew(watch.cases, watch.per, all * share, `stage "${name}"`),
        "Watch fewer cases or a longer window, or name the `stages` in which it is judged.",
      );
    }
  });
  monitoring.forEach(({ cadence, min_n: least }, index) => {
    const per = cadences[cadence?.trim().toLowerCase() ?? ""];
    if (per === undefined || least === undefined || least <= come(per)) return;
    report(`monitoring.${index}.min_n`, tooFew(least, per, come(per), "deployment.volume"));
  });
}

function tooFew(cases: number, per: string, come: number, where: string): string {
  return `Unexpected ${cases} cases per ${per}, expected at most ${Math.floor(come)}, as many as come in by ${where}: it could never be judged in time.`;
}
