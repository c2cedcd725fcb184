import type { Assessment, Estimate, Slice } from "../../src/model/assessment.js";
import { sliceId } from "../../src/model/slice-id.js";
import { fits } from "./recover-counts.js";

/*
 * What somebody can work out who holds an edition, and knows how it was made: every count and every rate of the redacted
 * Assessment, whether a page prints it or not; that groups of a column add up to all cases; that a group said to have
 * too few cases has 1 to 9; that a rate was rounded from one whole number over another.
 */

/** What is known of one group: every pair of counts that contradicts nothing. */
export interface Possible {
  readonly id: string;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly positives: number;
  readonly negatives: number;
}

interface Totals {
  readonly positives: number;
  readonly negatives: number;
}

/** The pairs left for each group of a column, after every group was held against the totals and the others. */
export function attackColumn(edition: Assessment, evaluation: string, column: string): Possible[] {
  const totals = edition.evaluations.find(({ id }) => id === evaluation);
  const all = { positives: totals?.positives ?? 0, negatives: totals?.negatives ?? 0 };
  const groups = edition.slices.filter(
    (slice) => slice.evaluation === evaluation && slice.column === column && !slice.negated,
  );
  // Each side alone first: what the open groups leave for the others is far less than all.
  const sides = groups.map((slice) => sidesOf(edition, slice, all));
  const [positives, negatives] = [
    fitLists(
      sides.map((side) => side.positives),
      all.positives,
    ),
    fitLists(
      sides.map((side) => side.negatives),
      all.negatives,
    ),
  ];
  let possible: Possible[] = groups.map((slice, place) => ({
    id: slice.id,
    pairs: pairsOf(edition, slice, all, {
      positives: positives[place] ?? [],
      negatives: negatives[place] ?? [],
    }),
  }));
  for (let turn = 0; turn < groups.length + 1; turn += 1)
    for (const count of [positivesOf, negativesOf, casesOf]) possible = fitToTotal(possible, count, all);
  return possible;
}

export const positivesOf = ({ positives }: Pair): number => positives;
export const negativesOf = ({ negatives }: Pair): number => negatives;
export const casesOf = ({ positives, negatives }: Pair): number => positives + negatives;

/** Lists of possible counts without those to which the other lists cannot add what is missing from the total. */
function fitLists(lists: readonly (readonly number[])[], total: number): number[][] {
  const ends = lists.map(endsOf);
  const [low, high] = [sum(ends.map(([from]) => from)), sum(ends.map(([, to]) => to))];
  return lists.map((counts, place) => {
    const [from, to] = ends[place] ?? [0, 0];
    return counts.filter((count) => count >= total - (high - to) && count <= total - (low - from));
  });
}

/** Leaves out each pair to which the others cannot add what is missing from the total. */
function fitToTotal(possible: readonly Possible[], count: (pair: Pair) => number, all: Totals): Possible[] {
  const ends = possible.map(({ pairs }) => endsOf(pairs.map(count)));
  const [low, high] = [sum(ends.map(([from]) => from)), sum(ends.map(([, to]) => to))];
  const total = count(all);
  return possible.map(({ id, pairs }, place) => {
    const [from, to] = ends[place] ?? [0, 0];
    const [least, most] = [total - (high - to), total - (low - from)];
    return { id, pairs: pairs.filter((pair) => count(pair) >= least && count(pair) <= most) };
  });
}

function endsOf(counts: readonly number[]): readonly [number, number] {
  return counts.reduce<readonly [number, number]>(
    ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
    [Infinity, -Infinity],
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

interface Sides {
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

function complementOf(edition: Assessment, slice: Slice): Slice | undefined {
  return edition.slices.find(
    ({ id, evaluation }) =>
      evaluation === slice.evaluation && id === sliceId(slice.column, slice.value, true),
  );
}

/** Counts of each class that contradict nothing that is told of that class alone. */
function sidesOf(edition: Assessment, slice: Slice, all: Totals): Sides {
  const rest = complementOf(edition, slice);
  const side = (part: "positives" | "negatives", metric: string): readonly number[] => {
    const own = estimateOf(edition, slice, metric);
    const other = rest === undefined ? undefined : estimateOf(edition, rest, metric);
    const exact =
      slice[part] ??
      own?.denominator ??
      known(all[part], rest?.[part]) ??
      known(all[part], other?.denominator);
    if (exact !== null) return [exact];
    return range(0, all[part]).filter((count) => isRateOf(own, count) && isRateOf(other, all[part] - count));
  };
  return { positives: side("positives", "recall"), negatives: side("negatives", "false-alarms") };
}

function pairsOf(edition: Assessment, slice: Slice, all: Totals, { positives, negatives }: Sides): Pair[] {
  const rest = complementOf(edition, slice);
  const tests = [testsOf(edition, slice), ...(rest === undefined ? [] : [testsOf(edition, rest)])];
  const others = (pair: Pair): Pair => ({
    positives: all.positives - pair.positives,
    negatives: all.negatives - pair.negatives,
  });
  const pairs: Pair[] = [];
  for (const p of positives)
    for (const n of negatives) {
      const pair = { positives: p, negatives: n };
      if (
        p + n > 0 &&
        tests[0]?.(pair) !== false &&
        (p + n === casesOf(all) || tests[1]?.(others(pair)) !== false)
      )
        pairs.push(pair);
    }
  return pairs;
}

function known(total: number, other: number | null | undefined): number | null {
  return other == null ? null : total - other;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function estimateOf({ estimates }: Assessment, slice: Slice, metric: string): Estimate | undefined {
  return estimates.find(
    (one) => one.evaluation === slice.evaluation && one.slice === slice.id && one.metric === metric,
  );
}

/** Holds a pair against all that is told of a group as a whole. */
function testsOf(edition: Assessment, slice: Slice): (pair: Pair) => boolean {
  const own = edition.estimates.filter(
    (one) => one.evaluation === slice.evaluation && one.slice === slice.id,
  );
  const at = (metric: string): Estimate | undefined => own.find((one) => one.metric === metric);
  const share = at("base-rate");
  // "Fewer than 10 cases" stands where even the number of positives is not told.
  const isSaidSmall = share?.reason === "small-cell";
  const baselines = own.flatMap(({ metric, baseline }) => (baseline === null ? [] : [{ metric, baseline }]));
  return ({ positives, negatives }) => {
    const n = positives + negatives;
    const p = positives / n;
    const trivial: Readonly<Record<string, number>> = {
      "brier-score": p * (1 - p),
      "average-precision": p,
      "accuracy-test": Math.max(p, 1 - p),
    };
    return (
      (slice.n === null || slice.n === n) &&
      (!isSaidSmall || n < 10) &&
      (share?.value == null || isRate(share, positives, n)) &&
      baselines.every(({ metric, baseline }) => {
        const exact = trivial[metric];
        return exact === undefined || Math.abs(exact - baseline) < 1e-9;
      })
    );
  };
}

/** True when some whole number of so many cases gives the rate that is told; true of what is not told. */
function isRateOf(estimate: Estimate | undefined, n: number): boolean {
  if (estimate?.value == null) return true;
  // At most half a twentieth away.
  const { value } = estimate;
  return range(Math.floor((value - 0.026) * n), Math.ceil((value + 0.026) * n)).some(
    (x) => x >= 0 && x <= n && isRate(estimate, x, n),
  );
}

/** A range of another kind than Wilson's, as where rows share subjects, is not solved for. */
function isRate({ value, interval, denominator }: Estimate, x: number, n: number): boolean {
  if (denominator !== null) return value !== null && Math.abs(value - x / n) < 1e-9;
  return fits({ value, interval: interval?.method === "Wilson" ? interval : null }, x, n);
}
