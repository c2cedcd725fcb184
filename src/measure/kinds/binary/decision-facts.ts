import type { Estimate, EvaluationFacts, Interval, Table } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { CostsPlan } from "../../../model/plan.js";
import { statedRate } from "../../../model/stated-rate.js";
import { breakEvenPrecision } from "../../../stats/break-even-precision.js";
import { netBenefitAtBaseRate } from "../../../stats/net-benefit-at-base-rate.js";
import type { Confusion } from "../../../stats/types.js";
import { missing, type Measured } from "../../../metrics/metric.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { costCurve, costOf, weightsOf, type Weights } from "./cost-curve.js";
import { statedCosts, type StatedCosts } from "./outcome-costs.js";
import { breakEvenRanges, thresholdRanges } from "./threshold-ranges.js";

const outerLimits = "outer limits over costs, base rate and the 95 % ranges of both error rates";

/** What deciding by this score costs and gains: numbers over all cases, and tables over every threshold. */
export function decisionFacts(
  { plan, evaluation }: EvaluationInput,
  cell: Cell,
  facts: EvaluationFacts,
  place: EstimatePlace,
): { readonly estimates: readonly Estimate[]; readonly tables: readonly Table[] } {
  const stated = statedRate(plan, "all");
  const weights = weightsOf(cell, stated, plan.costs);
  const breakEven = breakEvenEstimate(plan.costs, place);
  if (weights === null) return { estimates: breakEven, tables: [] };
  const at = (name: string): Omit<Table, "columns" | "rows"> => ({
    id: `${place.prefix}${name}@all`,
    evaluation: place.evaluation,
    slice: "all",
  });
  const [first] = plan.evaluations;
  const criteria = (plan.criteria ?? []).filter(
    (one) => (one.evaluation ?? first?.id) === evaluation.id && one.judged_on === "bound",
  );
  const context = {
    baseRate: stated,
    probability: facts.score?.probability ?? false,
    flag: facts.flag,
  };
  const hasScores = cell.scores !== null && facts.score !== null;
  const weighs = weights.costs !== null || facts.score?.probability === true;
  const tables = [
    hasScores && weighs ? costCurve(cell, facts, weights, at("cost-curve")) : null,
    hasScores ? thresholdRanges(cell, facts, criteria, context, at("threshold-ranges")) : null,
    breakEvenRanges(cell, weights, at("break-even-ranges")),
  ].filter((table) => table !== null);
  return {
    estimates: [...breakEven, ...costEstimates(cell, weights, breakEven[0]?.value ?? null, place)],
    tables,
  };
}

/**
 * The precision from which flagging pays: at the stated costs, and where they are ranges at the ends of those. No
 * interval: nothing of it was sampled.
 */
function breakEvenEstimate(costs: CostsPlan | undefined, place: EstimatePlace): Estimate[] {
  const value = statedCosts(costs, "value");
  const [low, high] = [statedCosts(costs, "low"), statedCosts(costs, "high")];
  if (value === null || low === null || high === null) return [];
  const metric = { id: "break-even-precision", of: "flagged", unit: "share", origin: "derived" } as const;
  const at = (stated: StatedCosts, facet: string | null): Estimate => {
    const precision = breakEvenPrecision(stated);
    const measured: Measured = { ...missing(precision === null ? "never-pays" : "stated"), value: precision };
    const own = estimateOf(metric, measured, facet === null ? place : { ...place, facet });
    return { ...own, evidence: "plan", threshold: null };
  };
  // Acting pays soonest where it is cheap and a miss is dear, and latest the other way round.
  const soonest = { ...low, miss: high.miss };
  const latest = { ...high, miss: low.miss };
  const isRange = breakEvenPrecision(soonest) !== breakEvenPrecision(latest);
  return [at(value, null), ...(isRange ? [at(soonest, "low"), at(latest, "high")] : [])];
}

/** Expected cost of following the model, of flagging everyone and of flagging no one; and what the model gains. */
function costEstimates(
  cell: Cell,
  weights: Weights,
  breakEven: number | null,
  place: EstimatePlace,
): Estimate[] {
  const { positives, negatives, confusion } = cell;
  const acts: readonly (readonly [string | null, Confusion | null])[] = [
    [null, confusion],
    ["all", { tp: positives, fn: 0, fp: negatives, tn: 0 }],
    ["none", { tp: 0, fn: positives, fp: 0, tn: negatives }],
  ];
  const costs = acts.flatMap(([facet, counts]) => {
    const cost = counts === null ? null : costOf(counts, weights, facet === null ? "tested" : "certain");
    if (cost === null) return [];
    const { low, high } = cost;
    const interval: Interval = { low, high, level: 0.95, method: outerLimits, side: "two-sided" };
    const metric = { id: "expected-cost", of: "cases", unit: "money", origin: "derived" } as const;
    const measured = { ...missing("", cell.n), reason: null, value: cost.value, interval };
    return [estimateOf(metric, measured, facet === null ? place : { ...place, facet })];
  });
  if (confusion === null || breakEven === null) return costs;
  const { tp, fn, fp, tn } = confusion;
  const benefit = netBenefitAtBaseRate(tp / (tp + fn), fp / (fp + tn), weights.baseRate.value, breakEven);
  const metric = { id: "net-benefit", of: "cases", unit: "index", origin: "derived" } as const;
  const measured = { ...missing("no-interval-index", cell.n), value: benefit };
  return [...costs, estimateOf(metric, measured, place)];
}
