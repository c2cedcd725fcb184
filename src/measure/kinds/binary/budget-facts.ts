import type { Estimate, Interval } from "../../../model/assessment.js";
import type { Plan } from "../../../model/plan.js";
import { statedRate, type StatedRate } from "../../../model/stated-rate.js";
import { missing } from "../../../metrics/metric.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { statedCosts, type StatedCosts } from "./outcome-costs.js";

/** Cases that money is told of, as for the expected cost. */
const perCases = 1_000;

const outerLimits = "outer limits over costs, base rate and the 95 % ranges of both error rates";

/** What acting on a list gains, less what it costs: each as a number, and at the ends of everything it rests on. */
interface Gain {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Share of each class that is flagged. */
interface FlagShares {
  readonly recall: Pick<Estimate, "value" | "interval">;
  readonly falseAlarms: Pick<Estimate, "value" | "interval">;
}

const certain = (value: number): Pick<Estimate, "value" | "interval"> => ({ value, interval: null });

/**
 * Money of the list against doing nothing, per 1,000 cases met: of following the model, of acting on everyone
 * (`[all]`), what the missed would have been worth (`missed-value`), and how many wrong picks one right pick pays for
 * (`wrong-per-right`).
 *
 * With v = effect x miss, action a and false alarm f the list gains TP v - (TP + FP) a - FP f; a miss forgoes v - a.
 * Only at the base rate of real use: stated, or that of a log of real use. Rates reported without counts have no range.
 */
export function budgetFacts(
  { plan, evaluation }: EvaluationInput,
  estimates: readonly Estimate[],
  place: EstimatePlace,
): Estimate[] {
  const at = (metric: string): Estimate | undefined =>
    estimates.find((estimate) => estimate.metric === metric && estimate.slice === place.slice);
  const costs = rangedCosts(plan);
  const baseRate = rateOfUse(plan, evaluation.kind, at("base-rate"));
  if (costs === null) return [];
  const [recall, falseAlarms] = [at("recall"), at("false-alarms")];
  const carried = wrongPerRight(costs.value, place);
  if (baseRate === null || recall?.value == null || falseAlarms?.value == null) return carried;
  const isCounted = recall.interval !== null && falseAlarms.interval !== null;
  const own = { recall, falseAlarms };
  const n = recall.n + falseAlarms.n;
  const money = (metric: string, gain: Gain, facet?: string): Estimate =>
    estimateOf(
      { id: metric, of: "cases", unit: "money", origin: "derived", atBaseRate: true },
      {
        ...missing(isCounted ? (gain.low < gain.high ? "" : "stated") : "reported-without-counts", n),
        value: gain.value,
        interval: isCounted && gain.low < gain.high ? intervalOf(gain) : null,
      },
      { ...place, baseRate: baseRate.value, ...(facet === undefined ? {} : { facet }) },
    );
  const everyone = { recall: certain(1), falseAlarms: certain(1) };
  return [
    ...carried,
    money("net-gain", rangeOf(gainOfList, own, baseRate, costs)),
    money("net-gain", rangeOf(gainOfList, everyone, baseRate, costs), "all"),
    money("missed-value", rangeOf(valueOfMissed, own, baseRate, costs)),
  ];
}

interface RangedCosts {
  readonly value: StatedCosts;
  /** Acting is cheap and a miss dear: where acting pays most. */
  readonly kindest: StatedCosts;
  readonly harshest: StatedCosts;
}

function rangedCosts({ costs }: Plan): RangedCosts | null {
  const [value, low, high] = (["value", "low", "high"] as const).map((end) => statedCosts(costs, end));
  if (value == null || low == null || high == null || costs?.action === undefined) return null;
  return {
    value,
    kindest: { ...low, miss: high.miss },
    harshest: { ...high, miss: low.miss },
  };
}

function rateOfUse(plan: Plan, kind: string | undefined, tested: Estimate | undefined): StatedRate | null {
  const stated = statedRate(plan, "all");
  if (stated !== null || kind !== "deployment" || tested?.value == null) return stated;
  const { value, interval } = tested;
  return { value, low: interval?.low ?? value, high: interval?.high ?? value };
}

/** Money per case met: what is won with the right ones, less acting on all of the list and its false alarms. */
function gainOfList(recall: number, falseAlarms: number, baseRate: number, costs: StatedCosts): number {
  const { action, falseAlarm, miss, effect } = costs;
  const right = baseRate * recall;
  const wrong = (1 - baseRate) * falseAlarms;
  return right * effect * miss - (right + wrong) * action - wrong * falseAlarm;
}

/** Money per case met that acting on the missed would have won. */
function valueOfMissed(recall: number, _falseAlarms: number, baseRate: number, costs: StatedCosts): number {
  return baseRate * (1 - recall) * (costs.effect * costs.miss - costs.action);
}

/** Linear in each of what it rests on, so its limits lie at the corners. */
function rangeOf(
  money: typeof gainOfList,
  { recall, falseAlarms }: FlagShares,
  baseRate: StatedRate,
  { value, kindest, harshest }: RangedCosts,
): Gain {
  const ends = (share: FlagShares["recall"]): number[] =>
    share.interval === null ? [share.value ?? 0] : [share.interval.low, share.interval.high];
  const corners = [kindest, harshest].flatMap((costs) =>
    ends(recall).flatMap((caught) =>
      ends(falseAlarms).flatMap((alarms) =>
        [baseRate.low, baseRate.high].map((rate) => perCases * money(caught, alarms, rate, costs)),
      ),
    ),
  );
  const middle = perCases * money(recall.value ?? 0, falseAlarms.value ?? 0, baseRate.value, value);
  return { value: middle, low: Math.min(middle, ...corners), high: Math.max(middle, ...corners) };
}

function intervalOf({ low, high }: Gain): Interval {
  return { low, high, level: 0.95, method: outerLimits, side: "two-sided" };
}

/** (v - a) / (a + f): wrong picks that the gain of one right pick pays for. */
function wrongPerRight({ action, falseAlarm, miss, effect }: StatedCosts, place: EstimatePlace): Estimate[] {
  const cost = action + falseAlarm;
  if (cost === 0) return [];
  const metric = { id: "wrong-per-right", of: "flagged", unit: "ratio", origin: "derived" } as const;
  const measured = { ...missing("stated"), value: (effect * miss - action) / cost };
  return [{ ...estimateOf(metric, measured, place), evidence: "plan", threshold: null }];
}
