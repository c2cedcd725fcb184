import type { Estimate, Slice } from "../model/assessment.js";
import type { DocumentContext } from "./context.js";

/**
 * Rows of groups that a table still shows one by one; past that, the lowest and the highest of each part. Evidence that
 * the document is not about is told shorter.
 */
const mostGroups = { own: 40, other: 12 };
/** Parts of one metric that a table shows, besides the lowest and the highest; the others are in the ledger, or in the Assessment. */
const mostParts = { own: 24, other: 4 };

/** Everything measured of one metric. */
export interface MeasuredMetric {
  /** Any of its estimates, to name it by. */
  readonly metric: Estimate;
  readonly parts: readonly MeasuredPart[];
  /** Parts left out, those with the fewest cases. */
  readonly left: number;
}

/** One metric, narrowed or not: over all cases, then by group. */
export interface MeasuredPart {
  readonly rows: readonly MeasuredRow[];
  /** Groups it was measured on where only the lowest and the highest are shown; else null. */
  readonly groups: number | null;
}

export interface MeasuredRow {
  readonly estimate: Estimate;
  /** Null for all cases. */
  readonly slice: Slice | null;
  /** Set where a group stands for many. */
  readonly place: "lowest" | "highest" | null;
}

/** The estimates of the document's evaluation, by metric and part, in the order in which they were measured. */
export function measuredBy(context: DocumentContext): MeasuredMetric[] {
  const own = context.assessment.estimates.filter(
    ({ evaluation, slice }) =>
      evaluation === context.evaluation.id && (slice === "all" || context.slice(slice)?.negated === false),
  );
  const told = isSubject(context) ? "own" : "other";
  const shorten = own.filter(({ slice }) => slice !== "all").length > mostGroups[told];
  return byKey(own, ({ metric }) => metric).map((ofMetric) => {
    const parts = byKey(ofMetric, ({ facet }) => facet ?? "");
    const largest = [...parts].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, mostParts[told]);
    const kept = new Set([...largest, ...endsOf(parts)]);
    return {
      metric: ofMetric[0],
      parts: parts.filter((part) => kept.has(part)).map((part) => partOf(context, part, shorten)),
      left: parts.length - kept.size,
    };
  });
}

/** The parts with the lowest and the highest value: an average, or the many, must not hide them. */
function endsOf(parts: readonly (readonly Estimate[])[]): (readonly Estimate[])[] {
  const valued = parts.flatMap((part) => {
    const value = part.find(({ slice }) => slice === "all")?.value ?? null;
    return value === null ? [] : [{ part, value }];
  });
  const byValue = valued.sort((a, b) => a.value - b.value);
  return [byValue[0], byValue.at(-1)].flatMap((end) => (end === undefined ? [] : [end.part]));
}

/** Whether the document is about this evidence, and does not only quote it. */
export function isSubject({ document, assessment, evaluation }: DocumentContext): boolean {
  const named = assessment.evaluations.find(({ id }) => id === document.evaluation);
  return (named ?? assessment.evaluations[0])?.id === evaluation.id;
}

function partOf(context: DocumentContext, estimates: readonly Estimate[], shorten: boolean): MeasuredPart {
  const rowOf = (estimate: Estimate, place: MeasuredRow["place"] = null): MeasuredRow => ({
    estimate,
    slice: context.slice(estimate.slice) ?? null,
    place,
  });
  const all = estimates.filter(({ slice }) => slice === "all");
  const groups = estimates.filter(({ slice }) => slice !== "all");
  if (!shorten || groups.length <= 2)
    return { rows: [...all, ...groups].map((one) => rowOf(one)), groups: null };
  // A group without a range, or of few cases, is no lowest and no highest.
  const told = groups
    .filter(
      ({ value, interval, n, n_effective: worth }) =>
        value !== null && interval !== null && (worth ?? n) >= 30,
    )
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [told[0], told.at(-1)];
  return {
    rows: [
      ...all.map((one) => rowOf(one)),
      ...(lowest === undefined ? [] : [rowOf(lowest, "lowest")]),
      ...(highest === undefined || highest === lowest ? [] : [rowOf(highest, "highest")]),
    ],
    groups: groups.length,
  };
}

/** Cases a part of a metric rests on over all groups. */
function sizeOf(estimates: readonly Estimate[]): number {
  return Math.max(...estimates.filter(({ slice }) => slice === "all").map(({ n }) => n), 0);
}

/** Lists that share a key, in the order in which keys first appear; none is empty. */
function byKey<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const lists = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const list = lists.get(key(item));
    if (list === undefined) lists.set(key(item), [item]);
    else list.push(item);
  }
  return [...lists.values()];
}
