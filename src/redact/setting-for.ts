import type { Assessment, Estimate } from "../model/assessment.js";
import { settingFacts, type SettingFact } from "../model/disclosure-plan.js";
import type { Audience } from "../model/plan.js";
import { isBinary } from "../model/tasks.js";
import { withoutOptions } from "./document-for.js";
import { maySee } from "./may-see.js";

/** Rates of a group that tell how honest cases fare: those whom it concerns may know them. */
const honestRates: readonly string[] = [
  "base-rate",
  "deployment-base-rate",
  "mean-score",
  "false-alarms",
  "false-alarms-difference",
  "excess-false-alarms",
  "specificity",
];

/** Numbers that follow from what errors and actions cost. */
const moneyRates: readonly string[] = [
  "break-even-precision",
  "expected-cost",
  "net-benefit",
  "net-gain",
  "wrong-per-right",
  "missed-value",
];

/**
 * The Assessment without facts of the setting that the edition may not know.
 *
 * A card for customers says what the model does, how often it errs either way, whom of the honest it stops more often,
 * and how far that carries. It does not say from which score a case is flagged, what another cut-off would do, in which
 * groups the cases it looks for get through, or what an error costs the house: with these a reader could stay below the
 * cut-off, or come from the group where it looks away. `disclosure` of the plan opens each of them to somebody else.
 */
export function withoutSetting(assessment: Assessment, audience: Audience): Assessment {
  const held = settingFacts.filter((fact) => !maySee(audience, assessment.disclosure[fact]));
  if (held.length === 0) return assessment;
  const isHeld = (fact: SettingFact): boolean => held.includes(fact);
  const binary = new Set(assessment.evaluations.filter(({ task }) => isBinary(task)).map(({ id }) => id));
  const estimates = assessment.estimates.map((estimate): Estimate => {
    const { evaluation, slice, metric } = estimate;
    const ofGroup = binary.has(evaluation) && slice !== "all" && !honestRates.includes(metric);
    const ofMoney = estimate.unit === "money" || moneyRates.includes(metric);
    const tells = (isHeld("groups") && ofGroup) || (isHeld("costs") && ofMoney);
    const nothing = { value: null, numerator: null, denominator: null, interval: null, baseline: null };
    const blank = { ...nothing, reason: "held" };
    const open = isHeld("cut-off") ? { ...estimate, threshold: null } : estimate;
    return tells ? { ...open, ...blank } : open;
  });
  return {
    ...assessment,
    held,
    estimates,
    ...(isHeld("cut-off") ? withoutCutOff(assessment) : {}),
    ...(isHeld("trade-off") ? withoutTradeOff(assessment) : {}),
    ...(isHeld("costs") ? { costs: null } : {}),
    criteria: assessment.criteria.map((criterion) =>
      isTold(estimates, criterion) ? criterion : { ...criterion, limit: null, ratio: null, needed_n: null },
    ),
    documents: assessment.documents.map((document) => withoutOptions(document, held)),
    // An option is a cut-off with what it costs.
    scenarios: isHeld("cut-off") || isHeld("costs") ? [] : assessment.scenarios,
  };
}

/** False for a criterion on a number that is held: its bound would tell as much. What it found stays said. */
function isTold(estimates: readonly Estimate[], { estimate }: Assessment["criteria"][number]): boolean {
  return estimates.find(({ id }) => id === estimate)?.reason !== "held";
}

function withoutCutOff({
  evaluations,
  deployment,
}: Assessment): Pick<Assessment, "evaluations" | "deployment"> {
  return {
    evaluations: evaluations.map((one) => ({ ...one, threshold: null, threshold_source: null })),
    deployment: { ...deployment, threshold: null },
  };
}

/** Counts by score go, and tables of what other cut-offs would do; whether scores hold as chances stays said. */
function withoutTradeOff({ tables }: Assessment): Pick<Assessment, "distributions" | "tables"> {
  return {
    distributions: [],
    tables: tables.filter(({ id }) => !/(^|\/)(det|cost-curve|species-curve)@/.test(id)),
  };
}
