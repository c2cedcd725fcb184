/** The best partition of a series into stretches of constant mean. */
export interface Partition {
  /** Numbers of values before each change, ascending; empty where nothing changed. */
  readonly changes: readonly number[];
  /** Mean of each stretch, one more than changes. */
  readonly means: readonly number[];
  /** Residual sum of squares plus the penalty of every change. */
  readonly objective: number;
}

/**
 * Optimal partitioning of a series into stretches of constant mean: the partition with the least sum of squares plus a
 * penalty per change, found exactly.
 *
 * @param values - the series in order of time, finite numbers; a few thousand take well under a second
 * @param penalty - cost of a change in squared units, > 0; 2 ln n times the squared differenceScale is the usual one
 * @param shortest - least length of a stretch, an integer >= 1; defaults to 2, so that no lone outlier is a change
 * @returns changes, means and objective; no change for fewer than 2 * shortest values; `null` for no values
 * @throws RangeError `Unexpected penalty 0, expected penalty > 0`, or for a value that is not finite
 * @see Jackson et al. 2005, IEEE Signal Process. Lett. 12:105; pruned as Killick, Fearnhead & Eckley 2012, JASA 107:1590
 * @example
 * optimalPartitioning([1, 2, 1, 2, 9, 8, 9, 8], 10) // { changes: [4], means: [1.5, 8.5], objective: 12 }
 */
export function optimalPartitioning(
  values: readonly number[],
  penalty: number,
  shortest = 2,
): Partition | null {
  if (!(penalty > 0)) throw new RangeError(`Unexpected penalty ${penalty}, expected penalty > 0`);
  if (!Number.isInteger(shortest) || shortest < 1) {
    throw new RangeError(`Unexpected shortest ${shortest}, expected an integer >= 1`);
  }
  const n = values.length;
  if (n === 0) return null;

  const { cost, meanOf } = stretches(values);
  const { best, last } = search(n, shortest, penalty, cost);
  const changes: number[] = [];
  for (let at = last[n] ?? 0; at > 0; at = last[at] ?? 0) changes.unshift(at);
  const edges = [0, ...changes, n];
  return {
    changes,
    means: edges.slice(1).map((end, i) => meanOf(edges[i] ?? 0, end)),
    objective: best[n] ?? 0,
  };
}

/** Cost and mean of any stretch from running sums, centred first so that squares of large levels do not cancel. */
function stretches(values: readonly number[]): {
  readonly cost: (from: number, to: number) => number;
  readonly meanOf: (from: number, to: number) => number;
} {
  const centre = values.reduce((sum, value) => sum + value / values.length, 0);
  if (!Number.isFinite(centre)) throw new RangeError(`Unexpected values, expected finite numbers`);
  const sums = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  for (const [t, value] of values.entries()) {
    sums[t + 1] = (sums[t] ?? 0) + value - centre;
    squares[t + 1] = (squares[t] ?? 0) + (value - centre) ** 2;
  }
  const sum = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    cost: (from, to) =>
      Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - sum(from, to) ** 2 / (to - from)),
    meanOf: (from, to) => centre + sum(from, to) / (to - from),
  };
}

function search(
  n: number,
  shortest: number,
  penalty: number,
  cost: (from: number, to: number) => number,
): { readonly best: Float64Array; readonly last: Int32Array } {
  const best = new Float64Array(n + 1).fill(Infinity);
  const last = new Int32Array(n + 1);
  const until = new Float64Array(n + 1).fill(Infinity);
  best[0] = -penalty; // The first stretch is no change.
  let candidates = [0];
  for (let end = shortest; end <= n; end += 1) {
    for (const from of candidates) {
      if (end - from < shortest) continue;
      const total = (best[from] ?? 0) + cost(from, end) + penalty;
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        last[end] = from;
      }
    }
    // A start beaten here even without its penalty loses to `end` as soon as a stretch from `end` is long enough.
    for (const from of candidates) {
      const beaten = (best[from] ?? 0) + cost(from, end) > (best[end] ?? 0);
      if (beaten && (until[from] ?? 0) > end + shortest) until[from] = end + shortest;
    }
    candidates = candidates.filter((from) => (until[from] ?? 0) > end + 1);
    candidates.push(end);
  }
  if (n < shortest) best[n] = cost(0, n);
  return { best, last };
}
