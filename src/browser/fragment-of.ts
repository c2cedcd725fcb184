import type { ScenarioControl, Setting } from "../model/scenario-data.js";
import type { Fragment, FragmentKey } from "./fragment.js";

const keyOf: Readonly<Record<ScenarioControl, FragmentKey>> = {
  threshold: "t",
  baseRate: "b",
  falseAlarm: "f",
  miss: "m",
  volume: "v",
  capacity: "c",
};

/** A setting as the address carries it: the base rate as cases of 1,000, everything else as it is. */
export function fragmentValues(setting: Setting): Fragment["values"] {
  const values: Partial<Record<FragmentKey, number>> = {};
  for (const [control, key] of entries()) {
    const value = setting[control];
    if (value !== null) values[key] = control === "baseRate" ? value * 1_000 : value;
  }
  return values;
}

/** What an address asks for: possibly out of all bounds, which `settingWithin` sees to. */
export function wantedSetting(values: Fragment["values"]): Partial<Setting> {
  const wanted: Partial<Record<ScenarioControl, number>> = {};
  for (const [control, key] of entries()) {
    const value = values[key];
    if (value !== undefined) wanted[control] = control === "baseRate" ? value / 1_000 : value;
  }
  return wanted;
}

function entries(): [ScenarioControl, FragmentKey][] {
  return Object.entries(keyOf) as [ScenarioControl, FragmentKey][];
}
