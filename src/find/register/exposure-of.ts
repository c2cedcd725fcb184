import type { Estimate, EvaluationFacts, Limitation } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { statedRate } from "../../model/stated-rate.js";
import { isBinary } from "../../model/tasks.js";
import type { LikelihoodBasis } from "../../model/risk.js";

/** Months that a period of the plan lasts: a month is a twelfth of 365.25 days. */
const monthsOf: Readonly<Record<string, number>> = {
  hour: 12 / (365.25 * 24),
  day: 12 / 365.25,
  week: (12 * 7) / 365.25,
  month: 1,
  quarter: 3,
  year: 12,
};

/** Cases a month that can be judged wrongly in one way; the upper one at the end of the base rate that gives more. */
export interface Exposure {
  readonly point: number;
  readonly upper: number;
}

/** Cases scored a month, a count; null when the plan gives no volume. */
export function casesAMonth({ plan }: Pick<Evidence, "plan">): number | null {
  const volume = plan.deployment?.volume;
  return volume === undefined ? null : volume.cases / (monthsOf[volume.per] ?? 1);
}

/**
 * How many cases a month the denominator of an error rate stands for, or why nobody can say.
 *
 * A rate of misses meets only positives, a rate of false alarms only negatives: volume times share of the slice times
 * share of the class at the deployment base rate, and never volume times share alone. Attacks come as often as
 * somebody tries, which no volume tells: theirs is the number of attempts that the record gives.
 */
export function exposureOf(
  evidence: Evidence,
  estimate: Estimate,
  record: Pick<Limitation, "affected" | "attempts_per_month">,
): Exposure | Extract<LikelihoodBasis, "no-attempts" | "no-volume"> {
  const attempts = record.attempts_per_month;
  const evaluation = evidence.evaluations.find(({ id }) => id === estimate.evaluation);
  if (attempts !== undefined)
    return { point: (attempts.low + attempts.high) / 2, upper: Math.max(attempts.low, attempts.high) };
  if (evaluation === undefined || isTried(evaluation, estimate)) return "no-attempts";
  const cases = casesAMonth(evidence);
  const weight = weightOf(evidence, estimate, record);
  if (cases === null || weight === null) return "no-volume";
  return { point: cases * weight.point, upper: cases * weight.upper };
}

/** True for errors that need somebody who tries: fakes that pass a check, impostors who are accepted. */
function isTried({ task }: EvaluationFacts, { of }: Estimate): boolean {
  if (task === "attack-detection" || task === "layers") return of === "positives";
  return task === "verification" && of === "negatives";
}

/** Share of all cases that the rate is about. */
function weightOf(
  evidence: Evidence,
  { evaluation, slice, of }: Estimate,
  { affected }: Pick<Limitation, "affected">,
): Exposure | null {
  const facts = evidence.evaluations.find(({ id }) => id === evaluation);
  const group = evidence.slices.find((one) => one.evaluation === evaluation && one.id === slice);
  const share = (part: number | null | undefined, whole: number | null | undefined): number | null => {
    if (affected?.share_of_traffic !== undefined) return affected.share_of_traffic;
    if (slice === "all") return 1;
    return part == null || whole == null || whole === 0 ? null : part / whole;
  };
  if (facts === undefined) return null;
  if (of === "cases") return flat(share(group?.n, facts.used));
  if (of !== "positives" && of !== "negatives") return null;
  // Genuine customers are all but all of those who come to a comparison or a check of attacks.
  if (!isBinary(facts.task)) return flat(share(group?.[of], facts[of]));
  const own = statedRate(evidence.plan, slice);
  const stated = own ?? statedRate(evidence.plan, "all");
  if (stated === null) return null;
  // Without a base rate of its own a slice holds of each class the share that it holds in the test.
  const part = own === null ? share(group?.[of], facts[of]) : share(group?.n, facts.used);
  if (part === null) return null;
  const [point, upper] =
    of === "positives" ? [stated.value, stated.high] : [1 - stated.value, 1 - stated.low];
  return { point: part * point, upper: part * upper };
}

function flat(share: number | null): Exposure | null {
  return share === null ? null : { point: share, upper: share };
}
