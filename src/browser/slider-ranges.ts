import type { ScenarioControl, ScenarioData, Setting } from "../model/scenario-data.js";
import { ladder } from "./ladder.js";

/** Order in which sliders stand and fragments are written. */
export const controls: readonly ScenarioControl[] = [
  "threshold",
  "baseRate",
  "falseAlarm",
  "miss",
  "volume",
  "capacity",
];

/** Costs and base rates can be off by more than the work of a team. */
const reach: Readonly<Record<Exclude<ScenarioControl, "threshold">, number>> = {
  baseRate: 10,
  falseAlarm: 10,
  miss: 10,
  volume: 5,
  capacity: 5,
};

/**
 * The values that each slider steps through, rising; none for what the evidence does not know.
 *
 * Thresholds are the edges of the histogram. Every other slider reaches from a part of today's value to as many times
 * of it, in round numbers.
 */
export function sliderValues(
  data: ScenarioData,
  today: Setting,
  control: ScenarioControl,
): readonly number[] {
  if (control === "threshold") return data.histogram.edges.slice(0, data.histogram.positives.length);
  const value = today[control];
  if (value === null || value <= 0) return [];
  const times = reach[control];
  if (control !== "baseRate")
    return ladder(value, value / times, value * times, control !== "falseAlarm" && control !== "miss");
  const of = data.outOf.cases;
  const counts = ladder(
    value * of,
    Math.max(1, (value * of) / times),
    Math.min(0.9 * of, value * of * times),
    true,
  );
  return counts.map((count) => (count === value * of ? value : count / of));
}
