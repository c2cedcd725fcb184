import type { EvaluationFacts, Table } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { CostsPlan } from "../../../model/plan.js";
import type { StatedRate } from "../../../model/stated-rate.js";
import { confusionsAt } from "../../../stats/confusions-at.js";
import { expectedCost, type OutcomeCosts } from "../../../stats/expected-cost.js";
import { netBenefitAtBaseRate } from "../../../stats/net-benefit-at-base-rate.js";
import { netBenefitTreatAll } from "../../../stats/net-benefit-treat-all.js";
import { priorShift } from "../../../stats/prior-shift.js";
import type { Confusion } from "../../../stats/types.js";
import { wilsonInterval } from "../../../stats/wilson-interval.js";
import { outcomeCosts, statedCosts } from "./outcome-costs.js";

/** Steps the range of the score is cut into, as for its histogram. */
const steps = 1_000;
const perCases = 1_000;

/** Costs and share of positives that a decision is weighed with. */
export interface Weights {
  /** Where the model is used; the share in the test where the plan states none. */
  readonly baseRate: StatedRate;
  readonly costs: Readonly<Record<"value" | "low" | "high", OutcomeCosts>> | null;
}

/** The costs of the plan and the base rate they meet; null for evidence without both classes. */
export function weightsOf(
  cell: Cell,
  stated: StatedRate | null,
  costs: CostsPlan | undefined,
): Weights | null {
  if (cell.positives === 0 || cell.negatives === 0) return null;
  const tested = cell.positives / cell.n;
  const [value, low, high] = (["value", "low", "high"] as const).map((end) => statedCosts(costs, end));
  return {
    baseRate: stated ?? { value: tested, low: tested, high: tested },
    costs:
      value == null || low == null || high == null
        ? null
        : { value: outcomeCosts(value), low: outcomeCosts(low), high: outcomeCosts(high) },
  };
}

/**
 * Thresholds at which decisions are compared, rising: an even grid over the range of the score, and the deployed one.
 * Never the scores themselves: each of them is a row of somebody's data.
 */
export function thresholdsOf({ score, threshold }: EvaluationFacts): number[] {
  const { low, high } = score ?? { low: 0, high: 1 };
  const grid = Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
  return [...new Set(threshold === null ? grid : [...grid, threshold])].sort((a, b) => a - b);
}

/**
 * What each threshold does and costs: counts of the test, expected cost per 1,000 cases met with its outer limits over
 * the cost ranges, the range of the base rate and the 95 % ranges of both error rates, and the net benefit at the
 * threshold read as a probability.
 *
 * Probabilities are moved to the stated base rate first (`probability`): a threshold of 0.3 in a test that holds half
 * positives stands for less where they are rare.
 */
export function costCurve(
  cell: Cell,
  facts: EvaluationFacts,
  weights: Weights,
  place: Omit<Table, "columns" | "rows">,
): Table {
  const thresholds = thresholdsOf(facts);
  return {
    ...place,
    columns: [
      "threshold",
      "tp",
      "fn",
      "fp",
      "tn",
      "cost",
      "cost_low",
      "cost_high",
      "probability",
      "net_benefit",
      "net_benefit_all",
    ],
    rows: confusionsAt(cell.scores ?? [], thresholds, facts.flag).map((counts, index) => {
      const threshold = thresholds[index] ?? 0;
      const cost = costOf(counts, weights);
      const probability = facts.score?.probability === true ? atBaseRate(threshold, cell, weights) : null;
      return {
        label: String(threshold),
        cells: [
          threshold,
          counts.tp,
          counts.fn,
          counts.fp,
          counts.tn,
          cost?.value ?? null,
          cost?.low ?? null,
          cost?.high ?? null,
          probability,
          ...benefits(counts, weights, probability),
        ],
      };
    }),
  };
}

/** A score as the probability it stands for where positives are as common as stated; null for no probability. */
function atBaseRate(score: number, { positives, n }: Cell, { baseRate }: Weights): number | null {
  if (score < 0 || score > 1) return null; // A plan may name a threshold that no score reaches.
  return priorShift(score, positives / n, baseRate.value);
}

function benefits(counts: Confusion, { baseRate }: Weights, pt: number | null): (number | null)[] {
  if (pt === null || pt >= 1) return [null, null];
  const { tpr, fpr } = ratesOf(counts);
  return [netBenefitAtBaseRate(tpr, fpr, baseRate.value, pt), netBenefitTreatAll(baseRate.value, pt)];
}

function ratesOf({ tp, fn, fp, tn }: Confusion): { readonly tpr: number; readonly fpr: number } {
  return { tpr: tp / (tp + fn), fpr: fp / (fp + tn) };
}

/**
 * Expected cost per 1,000 cases met, with its outer limits; null without costs.
 *
 * @param rates - of a policy that flags everyone, or no one, both rates are certain; else they are of the test's cases
 */
export function costOf(
  counts: Confusion,
  { baseRate, costs }: Weights,
  rates: "tested" | "certain" = "tested",
): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (costs === null) return null;
  const { tpr, fpr } = ratesOf(counts);
  const ends = (x: number, n: number): readonly number[] => {
    const bounds = rates === "certain" ? null : wilsonInterval(x, n, 0.95);
    return bounds === null ? [x / n] : [bounds.low, bounds.high];
  };
  // The cost is linear in each rate and in the base rate, so its limits lie at the corners.
  const corners = (prices: OutcomeCosts): number[] =>
    ends(counts.tp, counts.tp + counts.fn).flatMap((caught) =>
      ends(counts.fp, counts.fp + counts.tn).flatMap((alarms) =>
        [baseRate.low, baseRate.high].map((rate) => perCases * expectedCost(caught, alarms, rate, prices)),
      ),
    );
  return {
    value: perCases * expectedCost(tpr, fpr, baseRate.value, costs.value),
    low: Math.min(...corners(costs.low)),
    high: Math.max(...corners(costs.high)),
  };
}
