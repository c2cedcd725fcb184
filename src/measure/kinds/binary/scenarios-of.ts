import type { Scenario } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { CostsPlan, DocumentPlan, Plan } from "../../../model/plan.js";
import { confusionAt } from "../../../stats/confusion-at.js";
import type { Confusion } from "../../../stats/types.js";
import { wilsonInterval } from "../../../stats/wilson-interval.js";

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
  const scale = scaleOf(cell, place);
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
    total: scale.total,
    per: scale.per,
    tp: counts.tp * scale.positive,
    fn: counts.fn * scale.positive,
    fp: counts.fp * scale.negative,
    tn: counts.tn * scale.negative,
    capacity: scale.capacity,
    net: costs === undefined || current ? null : netOf(counts, inUse, cell, scale, costs),
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

interface Scale {
  readonly total: number;
  readonly per: string | null;
  /** What one tested positive, and one tested negative, stands for. */
  readonly positive: number;
  readonly negative: number;
  readonly capacity: number | null;
}

const daysPer: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

function scaleOf(cell: Cell, { baseRate, slice, deployment }: ScenarioPlace): Scale {
  const volume = slice === "all" ? deployment?.volume : undefined;
  if (baseRate === null || volume === undefined || cell.positives === 0 || cell.negatives === 0)
    return { total: cell.n, per: null, positive: 1, negative: 1, capacity: null };
  const capacity = deployment?.capacity;
  return {
    total: volume.cases,
    per: volume.per,
    positive: (volume.cases * baseRate) / cell.positives,
    negative: (volume.cases * (1 - baseRate)) / cell.negatives,
    capacity:
      capacity === undefined
        ? null
        : (capacity.cases * (daysPer[volume.per] ?? 1)) / (daysPer[capacity.per] ?? 1),
  };
}

/**
 * Money gained against the option in use: losses prevented among the cases flagged in addition, less acting on
 * them, less their false alarms. For an option that flags fewer the signs turn.
 */
function netOf(
  option: Confusion,
  inUse: Confusion,
  cell: Cell,
  scale: Scale,
  costs: CostsPlan,
): Scenario["net"] {
  if (costs.miss === undefined) return null;
  const more = option.tp + option.fp >= inUse.tp + inUse.fp;
  const caught = boundsOf(Math.abs(option.tp - inUse.tp), cell.positives, scale.positive);
  const alarms = boundsOf(Math.abs(option.fp - inUse.fp), cell.negatives, scale.negative);
  const gain = (end: "value" | "low" | "high"): number => {
    const other = end === "low" ? "high" : end === "high" ? "low" : "value";
    const saved = caught[end] * at(costs.effect, end, 1) * at(costs.miss, end, 0);
    return (
      saved -
      (caught[end] + alarms[other]) * at(costs.action, other, 0) -
      alarms[other] * at(costs.false_alarm, other, 0)
    );
  };
  const ends = { value: gain("value"), low: gain("low"), high: gain("high") };
  const turned = more ? ends : { value: -ends.value, low: -ends.high, high: -ends.low };
  return { ...turned, method: "outer limits over the cost ranges and the 95 % ranges of both error rates" };
}

/** A count of the test and its 95 % range, scaled to the total it is told of. */
function boundsOf(x: number, n: number, scale: number): { value: number; low: number; high: number } {
  const bounds = wilsonInterval(x, n, 0.95) ?? { low: 0, high: 0 };
  return { value: x * scale, low: bounds.low * n * scale, high: bounds.high * n * scale };
}

function at(range: Ranged, end: "value" | "low" | "high", otherwise: number): number {
  if (range === undefined) return otherwise;
  if (typeof range === "number") return range;
  return range[end] ?? range.value;
}
