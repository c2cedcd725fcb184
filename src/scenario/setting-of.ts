import type { RangedNumber, ScenarioData, Setting } from "../model/scenario-data.js";

/** Today's policy: every slider where the plan has it. */
export function settingOf(data: ScenarioData): Setting {
  const { threshold, baseRate, costs, volume, capacity } = data;
  return {
    threshold,
    baseRate: baseRate?.value ?? null,
    falseAlarm: costs === null ? null : (costs[costs.alarmIs]?.value ?? null),
    miss: costs?.miss?.value ?? null,
    volume: volume?.cases ?? null,
    capacity: capacity?.cases ?? null,
  };
}

/**
 * A setting of which anything may be wrong or missing, as a link carries it, brought within what the page can tell: a
 * threshold moves to the nearest edge, a number that cannot be becomes today's.
 */
export function settingWithin(data: ScenarioData, wanted: Readonly<Partial<Setting>>): Setting {
  const today = settingOf(data);
  const amount = (key: "falseAlarm" | "miss" | "volume" | "capacity"): number | null => {
    const given = wanted[key];
    // What nobody has stated has no period or currency to be told in.
    if (today[key] === null) return null;
    return isNumber(given) && given >= 0 ? given : today[key];
  };
  const { threshold, baseRate } = wanted;
  return {
    threshold: isNumber(threshold) ? nearestEdge(data, threshold) : today.threshold,
    baseRate: isNumber(baseRate) && baseRate > 0 && baseRate < 1 ? baseRate : today.baseRate,
    falseAlarm: amount("falseAlarm"),
    miss: amount("miss"),
    volume: amount("volume"),
    capacity: amount("capacity"),
  };
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function nearestEdge({ histogram: { edges } }: ScenarioData, threshold: number): number | null {
  let best: number | null = null;
  for (const edge of edges)
    if (best === null || Math.abs(edge - threshold) < Math.abs(best - threshold)) best = edge;
  return best;
}

/** The stated range while a slider stands where the plan has it; a value somebody has set is taken as it is. */
export function rangedAt(stated: RangedNumber | null, value: number | null): RangedNumber | null {
  if (value === null) return null;
  return stated !== null && stated.value === value ? stated : { value, low: value, high: value };
}
