import type { Estimate } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { IncidentFacts, IncidentSums } from "../model/incident-facts.js";
import type { IncidentPlan } from "../model/incident-plan.js";
import type { CostsPlan } from "../model/plan.js";
import type { SeriesFacts } from "../model/series-facts.js";

type Role = IncidentSums["role"];
type Money = NonNullable<IncidentFacts["cost"]>;
type UnitCosts = NonNullable<IncidentPlan["cost"]>;

/** What was counted of each incident of the plan: sums before and since, money, days until noticed, what was avoided. */
export function incidentsOf(evidence: Evidence, series: readonly SeriesFacts[]): IncidentFacts[] {
  return (evidence.plan.documents ?? []).flatMap(({ incident }, document) => {
    if (incident === undefined) return [];
    const own = series.find(
      ({ evaluation }) => incident.series === undefined || evaluation === incident.series,
    );
    const sums = sumsOf(evidence, incident);
    const of = (role: Role): IncidentSums | undefined => sums.find((one) => one.role === role);
    const after = of("after");
    return [
      {
        document,
        series: own?.evaluation ?? null,
        sums,
        mixed: own?.break != null && isMixed(evidence, incident, own.break),
        cost: after === undefined ? null : moneyOf(after, incident.cost),
        detection: detectionOf(own?.break ?? null, incident.detected),
        avoided:
          avoidedOf(evidence, "result", of("result-model"), of("result-rule"), incident.cost) ??
          avoidedOf(evidence, "after", after, of("rule-after"), incident.cost),
        cause: causeOf(evidence, incident.cause),
        mended: mendedOf(incident),
      },
    ];
  });
}

function sumsOf({ estimates }: Evidence, incident: IncidentPlan): IncidentSums[] {
  const named: readonly (readonly [Role, string | undefined])[] = [
    ["before", incident.before],
    ["after", incident.after],
    ["rule-before", incident.rule?.before],
    ["rule-after", incident.rule?.after],
    ["result-model", incident.result?.model],
    ["result-rule", incident.result?.rule],
  ];
  return named.flatMap(([role, evaluation]) => {
    const value = (metric: string): Estimate | undefined =>
      estimates.find((one) => one.evaluation === evaluation && one.metric === metric && one.slice === "all");
    const [mae, mean, wape] = ["mae", "mean-error", "wape"].map(value);
    if (evaluation === undefined || mae?.value == null || mean?.value == null || !wape?.value) return [];
    // Sum of the absolute errors is what was too much and too little; sum of the errors is their difference.
    const [absolute, net] = [mae.value * mae.n, mean.value * mae.n];
    return [
      {
        role,
        evaluation,
        periods: mae.n,
        actual: absolute / wape.value,
        over: (absolute + net) / 2,
        under: (absolute - net) / 2,
      },
    ];
  });
}

/** True where a forecast of the time before reaches past the break, or that of the time since begins before it. */
function isMixed(
  { evaluations }: Evidence,
  { before, after }: IncidentPlan,
  { period, first, last }: NonNullable<SeriesFacts["break"]>,
): boolean {
  const collected = (wanted: string | undefined) => evaluations.find(({ id }) => id === wanted)?.collected;
  const [earlier, later] = [collected(before), collected(after)];
  // Days alone can be compared as texts; other periods are left to the author.
  if (dayOf(period) === null) return false;
  return (
    (earlier != null && earlier.last >= (last ?? period)) ||
    (later != null && later.first < (first ?? period))
  );
}

/** Costs of what was too much and too little; of a side without a cost nothing is counted. Null where no side has one. */
function moneyOf(
  { over, under }: Pick<IncidentSums, "over" | "under">,
  costs: UnitCosts | undefined,
): Money | null {
  if (costs?.too_much === undefined && costs?.too_little === undefined) return null;
  const [much, little] = [rangeOf(costs.too_much), rangeOf(costs.too_little)];
  const sum = (end: keyof Money): number => over * much[end] + under * little[end];
  return { value: sum("value"), low: sum("low"), high: sum("high") };
}

/** The ends of a stated cost. A side that is not stated counts nothing, and the page says so. */
function rangeOf(amount: CostsPlan["miss"]): Money {
  if (amount === undefined) return { value: 0, low: 0, high: 0 };
  if (typeof amount === "number") return { value: amount, low: amount, high: amount };
  const { value, low = value, high = value } = amount;
  return { value, low, high };
}

/** The rule against the model, where both were counted on the same periods with the same actuals. */
function avoidedOf(
  { evaluations }: Evidence,
  of: "after" | "result",
  model: IncidentSums | undefined,
  rule: IncidentSums | undefined,
  costs: UnitCosts | undefined,
): IncidentFacts["avoided"] {
  if (model === undefined || rule === undefined) return null;
  const periodsOf = (wanted: string): string => {
    const collected = evaluations.find(({ id }) => id === wanted)?.collected;
    return collected == null ? wanted : `${collected.first}/${collected.last}`;
  };
  const alike = Math.abs(model.actual - rule.actual) <= 1e-6 * Math.abs(model.actual);
  if (model.periods !== rule.periods || !alike) return null;
  if (periodsOf(model.evaluation) !== periodsOf(rule.evaluation)) return null;
  const [over, under] = [model.over - rule.over, model.under - rule.under];
  const [much, little] = [moneyOf({ over, under: 0 }, costs), moneyOf({ over: 0, under }, costs)];
  if (much === null || little === null) return { of, over, under, cost: null };
  // A side on which the rule did worse is dearest where the other is cheapest.
  const ends = (money: Money): readonly [number, number] =>
    money.low <= money.high ? [money.low, money.high] : [money.high, money.low];
  const [[muchLow, muchHigh], [littleLow, littleHigh]] = [ends(much), ends(little)];
  const cost = { value: much.value + little.value, low: muchLow + littleLow, high: muchHigh + littleHigh };
  return { of, over, under, cost };
}

const dayLength = 86_400_000;

/** The day a period begins with, in days; null for a period that is no day and no month. */
function dayOf(period: string): number | null {
  const whole = /^\d{4}-\d{2}$/.test(period) ? `${period}-01` : period;
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? Date.parse(`${whole}T00:00:00Z`) / dayLength : null;
}

function detectionOf(found: SeriesFacts["break"], detected: string | undefined): IncidentFacts["detection"] {
  const [noticed, began] = [dayOf(detected ?? ""), dayOf(found?.period ?? "")];
  // A level that began after somebody noticed is not the one that was noticed.
  if (noticed === null || began === null || found === null || noticed < began) return null;
  const [first, last] = [dayOf(found.first ?? ""), dayOf(found.last ?? "")];
  return {
    day: detected ?? "",
    days: noticed - began,
    low: last === null ? null : Math.max(0, noticed - last),
    high: first === null ? null : noticed - first,
  };
}

function causeOf({ plan }: Evidence, cause: string | undefined): IncidentFacts["cause"] {
  const claim = (plan.claims ?? []).find(({ id, kind }) => id === cause && kind === "cause");
  return claim === undefined ? null : { claim: `claim:${claim.id}`, tested: claim.tested ?? "no" };
}

function mendedOf({ detected, result }: IncidentPlan): IncidentFacts["mended"] {
  const [noticed, mended] = [dayOf(detected ?? ""), dayOf(result?.mended ?? "")];
  return noticed === null || mended === null ? null : { day: result?.mended ?? "", days: mended - noticed };
}
