import type { Scenario } from "../model/assessment.js";
import type { Cell } from "../model/cell.js";
import type { CostsPlan, DocumentPlan } from "../model/plan.js";
import { confusionAt } from "../stats/confusion-at.js";
import type { Confusion } from "../stats/types.js";
import { wilsonInterval } from "../stats/wilson-interval.js";

type Ranged =
  | number
  | { readonly value: number; readonly low?: number | undefined; readonly high?: number | undefined }
  | undefined;

interface ScenarioPlace {
  readonly document: number;
  readonly evaluation: string;
  readonly slice: string;
  readonly threshold: number | null;
  readonly flag: "at-or-above" | "below";
}

/**
 * The options of a document, each as counts on the cases of the evidence and as money against the option in
 * use (against doing nothing, when no option is in use).
 */
export function scenariosOf(
  plan: DocumentPlan,
  cell: Cell,
  costs: CostsPlan | undefined,
  place: ScenarioPlace,
): Scenario[] {
  const counted = (plan.options ?? []).flatMap((option) => {
    const threshold = option.threshold ?? (option.act === undefined ? place.threshold : null);
    const act: Scenario["act"] = option.act ?? "threshold";
    const counts = countsOf(cell, act, threshold, place);
    const current = act === "threshold" && threshold === place.threshold;
    return counts === null ? [] : [{ option, threshold, act, counts, current }];
  });
  const inUse = counted.find(({ current }) => current)?.counts ?? {
    tp: 0,
    fn: cell.positives,
    fp: 0,
    tn: cell.negatives,
  };
  return counted.map(({ option, threshold, act, counts, current }) => ({
    id: option.id,
    document: place.document,
    name: option.name,
    slice: place.slice,
    evaluation: place.evaluation,
    threshold,
    act,
    ask: option.ask ?? false,
    current,
    ...counts,
    net: costs === undefined || current ? null : netOf(counts, inUse, costs),
  }));
}

function countsOf(
  cell: Cell,
  act: Scenario["act"],
  threshold: number | null,
  place: ScenarioPlace,
): Confusion | null {
  if (act === "all") return { tp: cell.positives, fn: 0, fp: cell.negatives, tn: 0 };
  if (act === "none") return { tp: 0, fn: cell.positives, fp: 0, tn: cell.negatives };
  if (threshold === null) return null;
  if (threshold === place.threshold && cell.confusion !== null) return cell.confusion;
  return cell.scores === null ? null : confusionAt(cell.scores, threshold, place.flag);
}

/**
 * Money gained against the option in use: losses prevented among the cases flagged in addition, less acting on
 * them, less their false alarms. For an option that flags fewer the signs turn.
 */
function netOf(option: Confusion, inUse: Confusion, costs: CostsPlan): Scenario["net"] {
  if (costs.miss === undefined) return null;
  const more = option.tp + option.fp >= inUse.tp + inUse.fp;
  const [caught, flagged] = [
    Math.abs(option.tp - inUse.tp),
    Math.abs(option.tp + option.fp - inUse.tp - inUse.fp),
  ];
  const right = flagged === 0 ? null : wilsonInterval(caught, flagged, 0.95);
  const gain = (among: number, end: "value" | "low" | "high"): number => {
    const other = end === "low" ? "high" : end === "high" ? "low" : "value";
    const saved = among * at(costs.effect, end, 1) * at(costs.miss, end, 0);
    return saved - flagged * at(costs.action, other, 0) - (flagged - among) * at(costs.false_alarm, other, 0);
  };
  const ends = {
    value: gain(caught, "value"),
    low: gain((right?.low ?? 0) * flagged, "low"),
    high: gain((right?.high ?? 0) * flagged, "high"),
  };
  const turned = more ? ends : { value: -ends.value, low: -ends.high, high: -ends.low };
  return {
    ...turned,
    method: "outer limits over the cost ranges and the 95 % range of the share that is right",
  };
}

function at(range: Ranged, end: "value" | "low" | "high", otherwise: number): number {
  if (range === undefined) return otherwise;
  if (typeof range === "number") return range;
  return range[end] ?? range.value;
}
