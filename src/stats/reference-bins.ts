import type { ValueTally } from "./value-tallies.js";

/** Counts of two samples over bins cut at quantiles of the reference. */
export interface ReferenceBins {
  /** Inner edges ascending; bin i holds (edge i-1, edge i], the first and last are open to their side. */
  readonly edges: readonly number[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/**
 * Cuts two samples into bins at the quantiles of the reference: ten of equal mass, fewer where values tie, none
 * of them empty in the reference.
 *
 * @param tallies - distinct values ascending with both counts, as valueTallies gives them
 * @param bins - number of bins, an integer >= 1; defaults to 10, the deciles
 * @returns inner edges (type 7 quantiles of the reference, equal ones once) and the counts of both samples in
 *   (low, high]; `null` where the reference is empty
 * @throws RangeError `Unexpected bins 0, expected an integer >= 1`
 * @see Hyndman & Fan 1996, The American Statistician 50:361, type 7
 * @example
 * referenceBins([{ value: 1, reference: 2, current: 0 }, { value: 5, reference: 2, current: 3 }, { value: 9, reference: 0, current: 1 }], 2) // { edges: [3], reference: [2, 2], current: [0, 4] }
 */
export function referenceBins(tallies: readonly ValueTally[], bins = 10): ReferenceBins | null {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`Unexpected bins ${bins}, expected an integer >= 1`);
  const total = tallies.reduce((sum, { reference }) => sum + reference, 0);
  if (total === 0) return null;

  const edges = quantileEdges(tallies, total, bins);
  const reference = new Array<number>(edges.length + 1).fill(0);
  const current = new Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (const tally of tallies) {
    while (tally.value > (edges[bin] ?? Infinity)) bin += 1;
    reference[bin] = (reference[bin] ?? 0) + tally.reference;
    current[bin] = (current[bin] ?? 0) + tally.current;
  }
  return { edges, reference, current };
}

function quantileEdges(tallies: readonly ValueTally[], total: number, bins: number): readonly number[] {
  const filled = tallies.filter(({ reference }) => reference > 0);
  const edges: number[] = [];
  let at = 0;
  let through = filled[0]?.reference ?? 0;
  /** The reference value of a rank counted from 0; ranks are asked for in ascending order. */
  const valueAt = (rank: number): number => {
    while (rank >= through && at < filled.length - 1) {
      at += 1;
      through += filled[at]?.reference ?? 0;
    }
    return filled[at]?.value ?? 0;
  };

  for (let cut = 1; cut < bins; cut += 1) {
    const place = (cut / bins) * (total - 1);
    const below = valueAt(Math.floor(place));
    const above = valueAt(Math.ceil(place));
    const edge = below === above ? below : below + (place - Math.floor(place)) * (above - below);
    const highest = filled.at(-1)?.value ?? 0;
    // No bin is empty in the reference: one of its values lies between the edges, and one above the last.
    if (below > (edges.at(-1) ?? -Infinity) && edge < highest) edges.push(edge);
  }
  return edges;
}
