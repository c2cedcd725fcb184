import { allMetrics } from "../../metrics/all.js";
import type { Criterion, EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import type { CriterionPlan } from "../../model/plan.js";
import { sliceIdFromText } from "../../model/slice-id.js";
import { holm } from "../../stats/holm.js";
import { isOtherVersion } from "../is-other-version.js";
import { isStale } from "../is-stale.js";
import { demandOf } from "./demand.js";
import { judgeCoverage } from "./judge-coverage.js";
import { rangeOf, type Seen } from "../../model/range-of.js";
import { ratioRange } from "./ratio-range.js";
import { estimateFor, seenOf } from "./seen-of.js";
import { slicesOf, unknownName } from "./slices-of.js";
import { undecided, verdictOf, type Demand, type Judged } from "../../model/verdict-of.js";
import { gravestOf, worstParts } from "./worst-parts.js";

/** Judges an older version by the same criteria, for which it is no fault to be an other version. */
export interface JudgedVersion {
  readonly version: string;
}

/**
 * Verdict of every criterion, one row per slice it covers.
 *
 * A rate with counts is judged on its one-sided exact bound at the criterion's confidence, never on the
 * observed value: "observed 1.3 of 100, up to 4.1 possible" is inconclusive for a limit of 3, not a pass.
 *
 * @param of - judges evaluations of that version alone, in place of the one each criterion names
 * @throws UserError for a metric or slice that does not exist
 */
export function judgeCriteria(evidence: Evidence, of?: JudgedVersion): Criterion[] {
  return (evidence.plan.criteria ?? []).flatMap((plan, index) => {
    checkMetric(evidence, plan, index);
    return evaluationsOf(evidence, plan, of).flatMap((evaluation) => {
      const rows = slicesOf(evidence, evaluation, plan, index).map((slice) => ({
        slice,
        judged: judge({ evidence, evaluation, plan, demand: demandOf(plan), slice }, of !== undefined),
      }));
      return amongMany(rows, plan).map(({ slice, judged }) =>
        rowOf(evidence, evaluation, plan, slice, judged),
      );
    });
  });
}

function evaluationsOf(
  { evaluations }: Evidence,
  plan: CriterionPlan,
  of: JudgedVersion | undefined,
): EvaluationFacts[] {
  if (of !== undefined) return evaluations.filter(({ model_version }) => model_version === of.version);
  const named = evaluations.find(({ id }) => id === plan.evaluation) ?? evaluations[0];
  return named === undefined ? [] : [named];
}

function checkMetric(evidence: Evidence, { metric }: CriterionPlan, index: number): void {
  if (metric === undefined) return;
  const name = metric.replace(/\[.*\]$/, "");
  const known = [
    ...new Set([...allMetrics.map(({ id }) => id), ...evidence.estimates.map((own) => own.metric)]),
  ];
  if (!known.includes(name)) throw unknownName(evidence, `criteria.${index}.metric`, "metric", metric, known);
}

function rowOf(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  plan: CriterionPlan,
  slice: string,
  { verdict, reason, limit, limit_side, ratio, needed_n }: Judged,
): Criterion {
  const { operator, bound, upper, against } = demandOf(plan);
  const metric = plan.all_measured === true ? null : (plan.metric ?? null);
  return {
    id: plan.slice === slice || slice === "all" ? plan.id : `${plan.id}@${slice}`,
    of: plan.id,
    title: plan.title ?? null,
    metric,
    slice,
    evaluation: evaluation.id,
    operator,
    bound,
    upper,
    against,
    confidence: plan.confidence,
    min_n: plan.min_n ?? null,
    agreed: plan.agreed ?? null,
    importance: plan.importance,
    owner: plan.owner ?? null,
    estimate: metric === null ? null : (estimateFor(evidence, evaluation.id, metric, slice)?.id ?? null),
    verdict,
    reason,
    limit,
    limit_side,
    ratio,
    needed_n,
  };
}

interface Question {
  readonly evidence: Evidence;
  readonly evaluation: EvaluationFacts;
  readonly plan: CriterionPlan;
  readonly demand: Demand;
  readonly slice: string;
}

function judge(question: Question, anyVersion: boolean): Judged {
  const { evidence, evaluation, plan, demand } = question;
  if (evaluation.threshold_source === "test") return because("void", "criterion.threshold-from-test");
  if (plan.agreed !== undefined && evaluation.collected !== null && plan.agreed > evaluation.collected.last)
    return because("void", "criterion.agreed-late");
  if (demand.operator === "all-measured") return judgeCoverage(evidence, evaluation, plan);
  const judged = judgeNumber(question);
  const decided = ["pass", "fail", "inconclusive"].includes(judged.verdict);
  const stale = { ...judged, verdict: "stale" as const, needed_n: null, failP: null };
  const { max_age } = plan;
  const domain = evidence.plan.use?.domain;
  if (decided && isStale(evaluation, evidence.date, domain)) return { ...stale, reason: "criterion.stale" };
  const own = { ...evaluation, shelf_life: max_age ?? evaluation.shelf_life };
  if (decided && max_age !== undefined && isStale(own, evidence.date, domain))
    return { ...stale, reason: "criterion.stale" };
  if (decided && !anyVersion && isOtherVersion(evaluation, evidence.plan.model.version))
    return { ...stale, reason: "criterion.stale-version" };
  return judged;
}

function judgeNumber(question: Question): Judged {
  const { evidence, evaluation, plan, demand, slice } = question;
  const [part, ...parts] = worstParts(evidence, evaluation, plan.metric ?? "", slice);
  if (part !== undefined) {
    const of = (metric: string): Judged => judgeNumber({ ...question, plan: { ...plan, metric } });
    return gravestOf([of(part), ...parts.map(of)]);
  }
  const seen = seenOf(evidence, evaluation, plan.metric ?? "", slice, plan.confidence);
  if (demand.operator === "exists")
    return seen?.value == null
      ? because("fail", "criterion.does-not-exist")
      : because("pass", "criterion.exists");
  if (seen === null)
    return because(
      "not-evaluable",
      plan.required !== undefined
        ? "criterion.required-missing"
        : question.slice === "all"
          ? "criterion.not-measured"
          : "criterion.no-data",
    );
  if (seen.value === null) return because("not-evaluable", `reason.${seen.reason ?? "no-value"}`);
  if (plan.min_n !== undefined && (seen.denominator ?? seen.n) < plan.min_n)
    return because("not-evaluable", "criterion.below-min-n");
  if (plan.min_subjects !== undefined) {
    const subjects = subjectsOf(question);
    if (subjects === null) return because("not-evaluable", "criterion.no-subjects");
    if (subjects < plan.min_subjects) return because("not-evaluable", "criterion.below-min-subjects");
  }
  if (demand.operator === "relative") return judgeRatio(question, seen);
  if (plan.judged_on === "observed") return judgeObserved(seen.value, demand);
  const range = rangeOf(seen, plan.confidence);
  if (range === null) return because("not-evaluable", "criterion.no-range");
  return verdictOf(range, seen.value, demand, seen, plan.confidence);
}

function judgeRatio({ evidence, evaluation, plan, demand }: Question, seen: Seen): Judged {
  const against = sliceIdFromText(demand.against ?? "all");
  const other = seenOf(evidence, evaluation, plan.metric ?? "", against, plan.confidence);
  if (other === null) return because("not-evaluable", "criterion.no-data");
  const name = (plan.metric ?? "").replace(/\[.*\]$/, "");
  const better = allMetrics.find(({ id }) => id === name)?.better ?? "lower";
  const within = against === "all";
  const range = ratioRange(seen, other, plan.confidence, { better, within });
  if (range === null) return because("not-evaluable", "criterion.no-ratio");
  if (plan.judged_on === "observed")
    return range.value === null
      ? because("not-evaluable", "criterion.no-ratio")
      : { ...judgeObserved(range.value, demand), ratio: range.value };
  const judged = verdictOf(range, range.value ?? Infinity, demand, seen, plan.confidence);
  return { ...judged, ratio: range.value };
}

/** Of a criterion that informs and decides nothing: the value as it is. */
function judgeObserved(value: number, { least, most }: Demand): Judged {
  const keeps = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
  return because(keeps ? "pass" : "fail", "criterion.observed");
}

function subjectsOf({ evidence, evaluation, slice }: Question): number | null {
  const cell = evidence.cells[evaluation.id]?.[slice];
  if (cell !== undefined) return cell.subjects?.length ?? null;
  return slice === "all" ? evaluation.subjects : null;
}

function because(verdict: Judged["verdict"], reason: string): Judged {
  return { ...undecided, verdict, reason };
}

/**
 * To pass, every slice has to pass, and that needs no correction. To fail one of many is likelier by chance: a
 * failure among several slices stands only where it holds over all of them together (Holm).
 */
function amongMany(
  rows: readonly { readonly slice: string; readonly judged: Judged }[],
  { confidence }: CriterionPlan,
): readonly { readonly slice: string; readonly judged: Judged }[] {
  const tested = rows.filter(({ judged }) => ["pass", "fail", "inconclusive"].includes(judged.verdict));
  if (tested.length < 2) return rows;
  const adjusted = holm(tested.map(({ judged }) => judged.failP ?? 1));
  const p = new Map(tested.map(({ slice }, index) => [slice, adjusted[index] ?? 1]));
  return rows.map(({ slice, judged }) => {
    if (judged.failP === null || (p.get(slice) ?? 1) <= 1 - confidence) return { slice, judged };
    const open = { verdict: "inconclusive" as const, reason: "criterion.fail-among-many", failP: null };
    return { slice, judged: { ...judged, ...judged.otherEnd, ...open } };
  });
}
