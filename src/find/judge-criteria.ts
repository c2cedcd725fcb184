import { UserError } from "../errors.js";
import { metrics } from "../metrics/all.js";
import type { Measured, Metric } from "../metrics/metric.js";
import type { Cell } from "../model/cell.js";
import type { Criterion, EvaluationFacts } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import { suggestName } from "../model/nearest-name.js";
import type { CriterionPlan } from "../model/plan.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { statedRate } from "../model/stated-rate.js";
import { exactLowerBound } from "../stats/exact-lower-bound.js";
import { exactUpperBound } from "../stats/exact-upper-bound.js";
import { settlingN } from "../stats/settling-n.js";
import { isOtherVersion } from "./is-other-version.js";
import { isStale } from "./is-stale.js";

/**
 * Verdict of every criterion, one row per slice it covers.
 *
 * A rate with counts is judged on its one-sided exact bound at the criterion's confidence, never on the
 * observed value: "observed 1.3 of 100, up to 4.1 possible" is inconclusive for a limit of 3, not a pass.
 *
 * @throws UserError for a metric or slice that does not exist
 */
export function judgeCriteria(evidence: Evidence): Criterion[] {
  return (evidence.plan.criteria ?? []).flatMap((plan, index) => {
    const metric = metrics.find(({ id }) => id === plan.metric);
    if (metric === undefined)
      throw unknown(
        evidence,
        `criteria.${index}.metric`,
        "metric",
        plan.metric,
        metrics.map(({ id }) => id),
      );
    const evaluation =
      evidence.evaluations.find(({ id }) => id === plan.evaluation) ?? evidence.evaluations[0];
    if (evaluation === undefined) return [];
    return slicesOf(evidence, evaluation, plan, index).map((slice) =>
      judge(evidence, evaluation, metric, plan, slice),
    );
  });
}

function slicesOf(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  plan: CriterionPlan,
  index: number,
): string[] {
  if (plan.slice === "all") return ["all"];
  const own = evidence.slices.filter((slice) => slice.evaluation === evaluation.id && !slice.negated);
  const required = evidence.coverage.filter((cell) => cell.evaluation === evaluation.id);
  if (plan.slice === "each" || plan.slice.startsWith("each:")) {
    const column = plan.slice === "each" ? null : plan.slice.slice("each:".length);
    const ids = [...own, ...required]
      .filter((slice) => column === null || slice.column === column)
      .map((slice) => ("slice" in slice ? slice.slice : slice.id));
    if (ids.length === 0)
      throw unknown(
        evidence,
        `criteria.${index}.slice`,
        "slice column",
        column ?? "each",
        evaluation.columns.slices,
      );
    return [...new Set(ids)];
  }
  const id = sliceIdFromText(plan.slice);
  const known = [...own.map((slice) => slice.id), ...required.map(({ slice }) => slice)];
  if (!known.includes(id)) throw unknown(evidence, `criteria.${index}.slice`, "slice", plan.slice, known);
  return [id];
}

function unknown(
  evidence: Evidence,
  path: string,
  what: string,
  name: string,
  known: readonly string[],
): UserError {
  return new UserError("usage", {
    code: "E-CRITERION",
    severity: "error",
    place: evidence.places[path] ?? { file: "forthright.yaml" },
    text: `Unexpected ${what} "${name}".`,
    hint: suggestName(name, known),
  });
}

type Judged = Pick<Criterion, "verdict" | "reason" | "limit" | "needed_n">;

function judge(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  metric: Metric,
  plan: CriterionPlan,
  slice: string,
): Criterion {
  const operator = plan.at_least === undefined ? "at-most" : "at-least";
  const bound = plan.at_least ?? plan.at_most ?? 0;
  const prefix = evidence.evaluations.length > 1 ? `${evaluation.id}/` : "";
  const estimate = evidence.estimates.find(({ id }) => id === `${prefix}${metric.id}@${slice}`);
  const whole = {
    id: plan.slice === slice || slice === "all" ? plan.id : `${plan.id}@${slice}`,
    of: plan.id,
  };
  return {
    ...whole,
    title: plan.title ?? null,
    metric: metric.id,
    slice,
    evaluation: evaluation.id,
    operator,
    bound,
    confidence: plan.confidence,
    agreed: plan.agreed ?? null,
    importance: plan.importance,
    owner: plan.owner ?? null,
    estimate: estimate?.id ?? null,
    ...verdictOf(evidence, evaluation, metric, { plan, slice, operator, bound }),
  };
}

interface Question {
  readonly plan: CriterionPlan;
  readonly slice: string;
  readonly operator: Criterion["operator"];
  readonly bound: number;
}

function verdictOf(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  metric: Metric,
  question: Question,
): Judged {
  const { plan, slice, operator, bound } = question;
  const nothing = { limit: null, needed_n: null };
  if (evaluation.threshold_source === "test")
    return { verdict: "void", reason: "criterion.threshold-from-test", ...nothing };
  if (plan.agreed !== undefined && evaluation.collected !== null && plan.agreed > evaluation.collected.last)
    return { verdict: "void", reason: "criterion.agreed-late", ...nothing };
  const cell = evidence.cells[evaluation.id]?.[slice];
  if (cell === undefined || cell.n === 0)
    return { verdict: "not-evaluable", reason: "criterion.no-data", ...nothing };
  const measured = measuredOn(cell, evidence, evaluation, metric, question);
  if (measured.value === null)
    return { verdict: "not-evaluable", reason: `reason.${measured.reason ?? "no-value"}`, ...nothing };
  if (plan.min_n !== undefined && (measured.denominator ?? measured.n) < plan.min_n)
    return { verdict: "not-evaluable", reason: "criterion.below-min-n", ...nothing };
  const limits = limitsOf(measured, plan.confidence, metric);
  if (limits === null) return { verdict: "not-evaluable", reason: "criterion.no-range", ...nothing };
  const limit = operator === "at-least" ? limits.low : limits.high;
  if (isStale(evaluation, evidence.date))
    return { verdict: "stale", reason: "criterion.stale", limit, needed_n: null };
  if (isOtherVersion(evaluation, evidence.plan.model.version))
    return { verdict: "stale", reason: "criterion.stale-version", limit, needed_n: null };
  const passes = operator === "at-least" ? limits.low >= bound : limits.high <= bound;
  const fails = operator === "at-least" ? limits.high < bound : limits.low > bound;
  if (passes) return { verdict: "pass", reason: "criterion.pass", limit, needed_n: null };
  const outer = operator === "at-least" ? limits.high : limits.low;
  if (fails) return { verdict: "fail", reason: "criterion.fail", limit: outer, needed_n: null };
  return {
    verdict: "inconclusive",
    reason: "criterion.inconclusive",
    limit,
    needed_n: neededCases(measured, question),
  };
}

/** The metric on one slice, at its own stated base rate; each end of its interval is a bound at the confidence. */
function measuredOn(
  cell: Cell,
  evidence: Evidence,
  evaluation: EvaluationFacts,
  metric: Metric,
  { plan, slice }: Question,
): Measured {
  const at = (level: number): Measured =>
    metric.compute(cell, {
      level,
      baseRate: statedRate(evidence.plan, slice),
      probability: evaluation.score?.probability ?? false,
      flag: evaluation.flag,
    });
  const measured = at(2 * plan.confidence - 1);
  // An interval that is one-sided already has its whole error on that side.
  return (measured.interval?.side ?? "two-sided") === "two-sided" ? measured : at(plan.confidence);
}

/** Lower and upper one-sided bounds: exact for a rate with counts, else the metric's own interval. */
function limitsOf(
  measured: Measured,
  confidence: number,
  metric: Metric,
): { low: number; high: number } | null {
  const { numerator, denominator, nEffective, interval } = measured;
  if (metric.unit === "share" && numerator !== null && denominator !== null && Number.isInteger(numerator)) {
    // Repeated subjects leave fewer cases than rows; without them the counts are judged as they are.
    const worth = Math.min(1, (nEffective ?? denominator) / denominator);
    const n = Math.floor(denominator * worth);
    const x = worth === 1 ? numerator : (numerator / denominator) * n;
    const low = exactLowerBound(Math.floor(x), n, confidence);
    const high = exactUpperBound(Math.ceil(x), n, confidence);
    return low === null || high === null ? null : { low, high };
  }
  return interval === null ? null : { low: interval.low, high: interval.high };
}

/**
 * Fewest cases at which the observed rate, in whole cases, would pass; null when it lies on the wrong side of
 * the bound. Repeated subjects are worth fewer cases, so that more of them are needed.
 */
function neededCases(
  { numerator, denominator, nEffective }: Measured,
  { operator, bound, plan }: Question,
): number | null {
  if (
    numerator === null ||
    denominator === null ||
    !Number.isInteger(numerator) ||
    !Number.isInteger(denominator)
  )
    return null;
  const worth = Math.min(1, (nEffective ?? denominator) / denominator);
  const [errors, most] = operator === "at-most" ? [numerator, bound] : [denominator - numerator, 1 - bound];
  if (!(most > 0 && most < 1)) return null;
  const needed = settlingN(errors, denominator, most, plan.confidence, Math.floor(denominator * worth) + 1);
  return needed === null ? null : Math.ceil(needed / worth);
}
