import type { Scenario } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { CostsPlan, DocumentPlan, Plan } from "../../../model/plan.js";
import { scaleOf, type Scale } from "../../../model/scale-of.js";
import { confusionAt } from "../../../stats/confusion-at.js";
import { netGain } from "../../../stats/net-gain.js";
import type { Confusion } from "../../../stats/types.js";
import { at } from "./outcome-costs.js";

interface ScenarioPlace {
  readonly document: number;
  readonly evaluation: string;
  readonly slice: string;
  readonly threshold: number | null;
  readonly flag: "at-or-above" | "below";
  /** Stated share of positives among these cases; null tells the options of the cases tested. */
  readonly baseRate: number | null;
  readonly deployment: Plan["deployment"];
}

/**
 * The options of a document in counts, and in money against the option in use (against doing nothing, when no
 * option is in use).
 *
 * With a stated base rate and a volume the counts are those of one period of real use; else of the cases tested.
 */
export function scenariosOf(
  plan: DocumentPlan,
  cell: Cell,
  costs: CostsPlan | undefined,
  place: ScenarioPlace,
): Scenario[] {
  const { volume, capacity } = place.deployment ?? {};
  const scaleAt = (baseRate: number | null): Scale =>
    scaleOf(cell, baseRate, (place.slice === "all" && volume) || null, capacity ?? null);
  const scale = scaleAt(place.baseRate);
  // Money is told with all that is uncertain of it, as in the model card: the base rate too, where its range is stated.
  const ends = place.baseRate === null ? [] : baseRateEnds(place);
  const scales = [scale, ...ends.map(scaleAt)];
  const isNamed = (plan.options ?? []).some(({ in_use: inUse }) => inUse === true);
  const counted = (plan.options ?? []).flatMap((option) => {
    const threshold = option.threshold ?? (option.act === undefined ? place.threshold : null);
    const act: Scenario["act"] = option.act ?? "threshold";
    const counts = countsOf(cell, act, threshold, place);
    const current = isNamed ? option.in_use === true : act === "threshold" && threshold === place.threshold;
    return counts === null ? [] : [{ option, threshold, act, counts, current }];
  });
  const nothing = { tp: 0, fn: cell.positives, fp: 0, tn: cell.negatives };
  const { act: actInUse, counts: inUse } = counted.find(({ current }) => current) ?? {
    act: "none",
    counts: nothing,
  };
  // Flagging everyone against flagging nobody estimates no rate.
  const isCertain = (act: Scenario["act"]): boolean => act !== "threshold" && actInUse !== "threshold";
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
    total: scale.total,
    per: scale.per,
    tp: counts.tp * scale.positive,
    fn: counts.fn * scale.positive,
    fp: counts.fp * scale.negative,
    tn: counts.tn * scale.negative,
    capacity: scale.capacity,
    net: costs === undefined || current ? null : netOf(counts, inUse, scales, costs, isCertain(act)),
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
  const exact = cell.decisions?.find((decision) => decision.threshold === threshold);
  if (exact !== undefined) return exact.confusion;
  return cell.scores === null ? null : confusionAt(cell.scores, threshold, place.flag);
}

/** Ends of the range that the plan states for the base rate of all cases; none where it states one number. */
function baseRateEnds({ slice, deployment }: ScenarioPlace): number[] {
  const stated = deployment?.base_rate;
  if (slice !== "all" || typeof stated !== "object") return [];
  return [stated.low, stated.high].filter((end) => end !== undefined);
}

/** Money gained against the option in use; null where a miss has no price. The first scale is that of the base rate itself. */
function netOf(
  option: Confusion,
  inUse: Confusion,
  scales: readonly Scale[],
  costs: CostsPlan,
  isCertain: boolean,
): Scenario["net"] {
  if (costs.miss === undefined) return null;
  const ranged = {
    action: rangeOf(costs.action, 0),
    falseAlarm: rangeOf(costs.false_alarm, 0),
    miss: rangeOf(costs.miss, 0),
    effect: rangeOf(costs.effect, 1),
  };
  const nets = scales.map((scale) => netGain(option, inUse, scale, ranged, isCertain));
  const based = scales.length > 1 ? ", the base rate" : "";
  return {
    value: nets[0]?.value ?? 0,
    low: Math.min(...nets.map(({ low }) => low)),
    high: Math.max(...nets.map(({ high }) => high)),
    method: `outer limits over the cost ranges${based} and the 95 % ranges of both error rates`,
  };
}

function rangeOf(
  range: Parameters<typeof at>[0],
  otherwise: number,
): { value: number; low: number; high: number } {
  return {
    value: at(range, "value", otherwise),
    low: at(range, "low", otherwise),
    high: at(range, "high", otherwise),
  };
}
