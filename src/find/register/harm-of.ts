import type { Estimate, Finding, Limitation } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import type { Risk } from "../../model/risk.js";
import { sliceIdFromText } from "../../model/slice-id.js";
import { casesAMonth } from "./exposure-of.js";

/** Estimates of wrong decisions that a slice has beyond what the rates of all others would give it. */
const excessMetrics = ["excess-misses", "excess-false-alarms", "excess-wrong"];

/** Wrong decisions a month with both ends of their range, and which of the two errors they are. */
export interface Wrong {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly kind: "miss" | "false-alarm" | "other";
  readonly reference: NonNullable<Risk["harm"]>["reference"];
}

/**
 * Wrong decisions a month beyond those of all others; of a limitation of all cases, beyond no error at all, for there
 * are no others. Null without a volume, or where nothing was measured.
 *
 * @param events - what the rate of the record alone gives a month
 */
export function wrongAMonth(
  evidence: Evidence,
  record: Pick<Limitation, "findings" | "affected">,
  findings: readonly Finding[],
  estimate: Estimate | null,
  events: Risk["events"],
): Wrong | null {
  const cases = casesAMonth(evidence);
  const size = sizeOf(evidence, record, findings);
  if (size?.interval != null && size.value !== null) {
    if (cases === null) return null;
    const { low, high } = size.interval;
    return {
      value: size.value * cases,
      low: low * cases,
      high: high * cases,
      kind:
        size.metric === "excess-misses"
          ? "miss"
          : size.metric === "excess-false-alarms"
            ? "false-alarm"
            : "other",
      reference: "others",
    };
  }
  if (events?.point == null || events.upper === null || estimate?.slice !== "all") return null;
  const kind = estimate.of === "positives" ? "miss" : estimate.of === "negatives" ? "false-alarm" : "other";
  return { value: events.point, low: 0, high: events.upper, kind, reference: "none" };
}

/** The largest excess that the record's findings, or its slice, show; null where none is above nothing. */
function sizeOf(
  { estimates }: Evidence,
  { findings: own, affected }: Pick<Limitation, "findings" | "affected">,
  findings: readonly Finding[],
): Estimate | null {
  const sizes = new Set(findings.filter(({ id }) => own.includes(id)).map(({ size }) => size));
  const found = estimates.filter(({ id }) => sizes.has(id));
  const slice = affected?.slice === undefined ? null : sliceIdFromText(affected.slice);
  const ofSlice = estimates.filter((one) => one.slice === slice && excessMetrics.includes(one.metric));
  const [largest] = (found.length > 0 ? found : ofSlice)
    .filter(({ value, interval }) => value !== null && value > 0 && interval !== null)
    .sort((a, b) => (b.interval?.high ?? 0) - (a.interval?.high ?? 0));
  return largest ?? null;
}

/** What one wrong decision of a kind costs; null where the plan does not say. */
function costOf(
  { plan }: Pick<Evidence, "plan">,
  kind: Wrong["kind"],
): readonly [number, number, number] | null {
  const costs = plan.costs;
  // Who is flagged wrongly is acted on for nothing.
  const given =
    kind === "miss"
      ? costs?.miss
      : kind === "false-alarm"
        ? (costs?.false_alarm ?? costs?.action)
        : undefined;
  if (given === undefined) return null;
  return typeof given === "number"
    ? [given, given, given]
    : [given.value, given.low ?? given.value, given.high ?? given.value];
}

/** True when every size can be told in money, so that one unit orders them all. */
export function arePriced(evidence: Pick<Evidence, "plan">, sizes: readonly (Wrong | null)[]): boolean {
  const known = sizes.filter((size) => size !== null);
  return known.length > 0 && known.every(({ kind }) => costOf(evidence, kind) !== null);
}

/** Expected harm a month above the reference: money where every size has a price, else wrong decisions. */
export function harmOf(evidence: Pick<Evidence, "plan">, wrong: Wrong | null, priced: boolean): Risk["harm"] {
  if (wrong === null) return null;
  const { value, low, high, kind, reference } = wrong;
  const cost = priced ? costOf(evidence, kind) : null;
  if (cost === null) return { value, low, high, unit: "cases", reference };
  const [usual, least, most] = cost;
  // Below nothing the larger cost is the outer end.
  return {
    value: value * usual,
    low: low * (low < 0 ? most : least),
    high: high * most,
    unit: "money",
    reference,
  };
}
