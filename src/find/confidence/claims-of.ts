import type { Estimate, EvaluationFacts } from "../../model/assessment.js";
import { calibrationAt } from "../../model/calibration-at.js";
import { refFromText } from "../../model/estimate-ref.js";
import { headlineEstimates } from "../../model/headline-estimates.js";
import type { ClaimPlan, DocumentPlan } from "../../model/plan.js";
import { sliceIdFromText } from "../../model/slice-id.js";
import type { Claim, JudgedFacts, Support } from "./claim.js";

/** Most claims that are judged: pages show a few, the table of a model card some dozens. */
const mostClaims = 60;

/** Numbers that are claims of their own wherever they are measured, whether or not a page has them on top. */
const alwaysClaimed: readonly Estimate["metric"][] = ["paired-accuracy-difference", "wape", "forecast-bias"];

/** Evidence so far from real use that what it shows is also told of the test alone. */
const farFromUse: readonly string[] = ["benchmark", "vendor", "synthetic"];

/**
 * Everything that documents claim: their headline numbers, comparisons, forecasts, breaks, attacks that were never
 * tried, and the claims of the plan. A claim has one entry however often it is made.
 */
export function claimsOf(facts: JudgedFacts): Claim[] {
  const told = [
    ...(facts.plan.documents ?? [{ kind: "briefing", status: "draft" }]).flatMap((document) =>
      ofDocument(facts, document),
    ),
    ...facts.estimates.filter(({ metric, slice }) => slice === "all" && alwaysClaimed.includes(metric)),
    ...facts.estimates.filter(({ metric }) => metric === "break-shift"),
  ].filter(({ value }) => value !== null);
  const claims = [
    ...[...new Set(told)].flatMap((estimate) => ofEstimate(facts, estimate)),
    ...facts.evaluations.flatMap((evaluation) => untestedAttacks(facts, evaluation)),
    ...(facts.plan.documents ?? []).flatMap((document, index) => ofCase(facts, document, index)),
  ];
  const declared = (facts.plan.claims ?? []).map((claim) => ofPlan(facts, claim));
  return [...claims.slice(0, mostClaims - declared.length), ...declared];
}

/** Numbers on top of a document, and where it sets a group beside the others, their differences. */
function ofDocument({ estimates, evaluations }: JudgedFacts, document: DocumentPlan): Estimate[] {
  const evaluation = evaluations.find(({ id }) => id === document.evaluation) ?? evaluations[0];
  if (evaluation === undefined) return [];
  const refs = (document.headline ?? []).map((entry) =>
    refFromText(typeof entry === "string" ? entry : entry.ref),
  );
  const find = (ref: string): Estimate | undefined =>
    estimates.find(({ id }) => id === ref) ?? estimates.find(({ id }) => id === `${evaluation.id}/${ref}`);
  const headline =
    refs.length > 0 ? refs.flatMap((ref) => find(ref) ?? []) : headlineEstimates(estimates, evaluation);
  const compared = document.compare === undefined ? null : sliceIdFromText(document.compare);
  const differences = headline.flatMap(({ metric, slice }) =>
    slice === compared ? (find(`${metric}-difference@${slice}`) ?? []) : [],
  );
  return [...headline, ...differences, ...inMemo(estimates, evaluation, document)];
}

/** What the table of an option memo tells of each model. */
function inMemo(
  estimates: readonly Estimate[],
  { id }: EvaluationFacts,
  { memo, options = [] }: DocumentPlan,
): Estimate[] {
  return (memo?.criteria ?? []).flatMap(({ metric }) =>
    options.flatMap(
      ({ model }) =>
        estimates.find(
          (one) =>
            model !== undefined &&
            one.metric === metric &&
            one.facet === model &&
            one.slice === "all" &&
            one.evaluation === id,
        ) ?? [],
    ),
  );
}

/** What is claimed by telling one number; empty where its evidence is not in the plan. */
export function ofEstimate(facts: JudgedFacts, estimate: Estimate): Claim[] {
  const support = supportOf(facts, estimate.evaluation);
  if (support === null) return [];
  const { metric, id } = estimate;
  const kind = metric.endsWith("-difference")
    ? "comparison"
    : metric === "break-shift"
      ? "break"
      : "estimate";
  const claim: Claim = { id, kind, scope: "use", support, estimate, declared: null, seen: null };
  // Which of two is better on a benchmark is a finished fact; whether it is better for us is another question.
  const isFar = kind === "comparison" && farFromUse.includes(support.evaluation.kind ?? "");
  return isFar ? [claim, { ...claim, id: `${id}#test`, scope: "test" }] : [claim];
}

function untestedAttacks(facts: JudgedFacts, { id }: EvaluationFacts): Claim[] {
  const support = supportOf(facts, id);
  const declared = Object.values(support?.keys.attack_classes ?? {});
  const tries = facts.details[id]?.attacks?.species.map(({ tested }) => tested) ?? declared;
  if (support === null || !tries.includes(0)) return [];
  return [
    {
      id: `${id}#untested`,
      kind: "untested",
      scope: "use",
      support,
      estimate: null,
      declared: null,
      seen: null,
    },
  ];
}

/** What the score of the one case of a document means. */
function ofCase(facts: JudgedFacts, document: DocumentPlan, index: number): Claim[] {
  const evaluation = document.evaluation ?? facts.evaluations[0]?.id;
  const support = evaluation === undefined ? null : supportOf(facts, evaluation);
  if (document.case === undefined || support === null) return [];
  const seen = seenAround(facts, support.evaluation.id, document.case.score);
  return [
    { id: `case:${index}`, kind: "chance", scope: "use", support, estimate: null, declared: null, seen },
  ];
}

function ofPlan(facts: JudgedFacts, declared: ClaimPlan): Claim {
  const id = `claim:${declared.id}`;
  const { kind, score } = declared;
  const evaluation = declared.evaluation ?? facts.evaluations[0]?.id;
  const support = kind === "chance" && evaluation !== undefined ? supportOf(facts, evaluation) : null;
  const seen =
    support === null || score === undefined ? null : seenAround(facts, support.evaluation.id, score);
  return { id, kind, scope: "use", support, estimate: null, declared, seen };
}

/** The tested cases scored like one, and how many of them were positive; null where none was. */
function seenAround(facts: JudgedFacts, evaluation: string, score: number): Claim["seen"] {
  const { calibration, distributions, estimates } = facts;
  const known = { calibration: [...calibration], distributions: [...distributions], estimates };
  const { around } = calibrationAt(known, evaluation, score);
  if (around?.interval == null) return null;
  const { low: low_score, high: high_score, n: denominator, positives: numerator, interval } = around;
  return { score, low_score, high_score, numerator, denominator, low: interval.low, high: interval.high };
}

function supportOf({ plan, evaluations }: JudgedFacts, id: string): Support | null {
  const evaluation = evaluations.find((one) => one.id === id);
  const keys = plan.evaluations.find((one) => one.id === id);
  return evaluation === undefined || keys === undefined ? null : { evaluation, keys };
}
