import { scaleOf, type PerPeriod, type Scale } from "../model/scale-of.js";
import type { ScenarioCounts, ScenarioData, Setting } from "../model/scenario-data.js";

/** What the counts of the test stand for; volume and capacity are those of the sliders. */
export function scaleAt(data: ScenarioData, setting: Setting, { tp, fn, fp, tn }: ScenarioCounts): Scale {
  const cells = { n: tp + fn + fp + tn, positives: tp + fn, negatives: fp + tn };
  const { volume, capacity } = amountsAt(data, setting);
  return scaleOf(cells, setting.baseRate, volume, capacity);
}

/** Volume and capacity of the sliders, in the periods of the plan. */
export function amountsAt(
  { volume, capacity }: ScenarioData,
  setting: Setting,
): { readonly volume: PerPeriod | null; readonly capacity: PerPeriod | null } {
  return {
    volume: volume === null || setting.volume === null ? null : { cases: setting.volume, per: volume.per },
    capacity:
      capacity === null || setting.capacity === null ? null : { cases: setting.capacity, per: capacity.per },
  };
}
