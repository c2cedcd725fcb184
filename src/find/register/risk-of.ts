import type { Finding, Limitation } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { likelihoodSteps, type LikelihoodBasis, type Risk } from "../../model/risk.js";
import { acceptanceOf, isEscalated } from "./acceptance-of.js";
import { exposureOf } from "./exposure-of.js";
import { arePriced, harmOf, wrongAMonth } from "./harm-of.js";
import { likelihoodOf } from "./likelihood-of.js";
import { errorRateOf, evidenceOf, type ErrorRate } from "./rates-of.js";
import { severityOf } from "./severity-of.js";

type Bare = Omit<Limitation, "risk">;

/** Severity, likelihood and expected harm of every record: all of them together, for one unit has to order them. */
export function withRisks(
  evidence: Evidence,
  records: readonly Bare[],
  findings: readonly Finding[],
): Limitation[] {
  const strikes = records.map((record) => strikeOf(evidence, record));
  const wrong = records.map((record, index) =>
    wrongAMonth(
      evidence,
      record,
      findings,
      strikes[index]?.rate?.estimate ?? null,
      strikes[index]?.events ?? null,
    ),
  );
  const priced = arePriced(evidence, wrong);
  return records.map((record, index) => ({
    ...record,
    risk: riskOf(evidence, record, strikes[index] ?? nothing, harmOf(evidence, wrong[index] ?? null, priced)),
  }));
}

/** How often a limitation strikes, as far as the evidence says. */
interface Strike {
  readonly rate: ErrorRate | null;
  readonly exposure: Risk["exposure"];
  readonly events: Risk["events"];
  readonly basis: LikelihoodBasis;
}

const nothing: Strike = { rate: null, exposure: null, events: null, basis: "untested" };

/** By the worst of the rates that the record's evidence holds: an average must not hide it. */
function strikeOf(evidence: Evidence, record: Bare): Strike {
  const estimates = evidenceOf(evidence, record);
  if (estimates.length === 0)
    return record.findings.length === 0 ? nothing : { ...nothing, basis: "no-rate" };
  const rates = estimates.flatMap((estimate) => errorRateOf(estimate) ?? []);
  if (rates.length === 0) return { ...nothing, basis: isMeasured(estimates) ? "no-rate" : "untested" };
  const strikes = rates.map((rate): Strike => {
    const exposure = exposureOf(evidence, rate.estimate, record);
    if (typeof exposure === "string") return { rate, exposure: null, events: null, basis: exposure };
    const { point, upper } = exposure;
    const events = { point: rate.point * point, upper: rate.upper === null ? null : rate.upper * upper };
    return { rate, exposure: { point, upper }, events, basis: rate.upper === null ? "reported" : "measured" };
  });
  const reach = ({ events, rate }: Strike): number =>
    events?.upper ?? events?.point ?? rate?.upper ?? rate?.point ?? 0;
  return strikes.sort(
    (a, b) => Number(b.events !== null) - Number(a.events !== null) || reach(b) - reach(a),
  )[0] as Strike;
}

/** True when one of the estimates was counted; a share of what was never tested is no test. */
function isMeasured(
  estimates: readonly { readonly value: number | null; readonly facet?: string | undefined }[],
): boolean {
  return estimates.some(({ value, facet }) => value !== null && facet !== "untested");
}

function riskOf(evidence: Evidence, record: Bare, strike: Strike, harm: Risk["harm"]): Risk {
  const { rate, exposure, events, basis } = strike;
  const steps = evidence.plan.register?.likelihood ?? likelihoodSteps;
  const severity = severityOf(record, events);
  const likelihood = likelihoodOf(record, basis, events, steps);
  const acceptance = acceptanceOf(record, evidence.date);
  return {
    severity,
    likelihood,
    estimate: rate?.estimate.id ?? null,
    rate: rate === null ? null : { point: rate.point, upper: rate.upper },
    exposure,
    events,
    harm,
    grade: basis === "untested" ? "E0" : (record.grade ?? null),
    stop: null,
    acceptance,
    escalated: isEscalated(record, { severity, likelihood, acceptance }),
  };
}
