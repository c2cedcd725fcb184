import type { PairedClusterSums } from "../../stats/clustered-paired-difference.js";
import type { PairedCounts } from "../../stats/paired-difference.js";

/** Two models on the same cases: the food of every paired metric. */
export interface Pair {
  /** Units that show the same eight counts: single cases, or subjects with all their cases. */
  readonly units: readonly PairUnit[];
  /** True when a unit is a subject. */
  readonly bySubject: boolean;
}

export interface PairUnit {
  /** Units of this kind, a count. */
  readonly n: number;
  /** Cases in one such unit, by 4 x positive + 2 x flagged by the first + flagged by the second. */
  readonly cells: readonly number[];
}

/** What is compared: which model was right, over all cases; which flagged, over the positives or the negatives. */
export type Outcome = "right" | "caught" | "alarmed";

/** Places of the eight cells that count as both, only the first, only the second, neither. */
const places: Readonly<Record<Outcome, readonly (readonly number[])[]>> = {
  right: [
    [7, 0],
    [6, 1],
    [5, 2],
    [4, 3],
  ],
  caught: [[7], [6], [5], [4]],
  alarmed: [[3], [2], [1], [0]],
};

/** The four counts of an outcome, and the sums over subjects where cases come in them. */
export function pairedOutcome(
  { units, bySubject }: Pair,
  outcome: Outcome,
): { readonly counts: PairedCounts; readonly sums: PairedClusterSums | null; readonly n: number } {
  const counts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  const sums = { subjects: 0, sumD2: 0, sumDM: 0, sumM2: 0 };
  for (const { n, cells } of units) {
    const [both = 0, onlyA = 0, onlyB = 0, neither = 0] = places[outcome].map((own) =>
      own.reduce((sum, place) => sum + (cells[place] ?? 0), 0),
    );
    counts.both += n * both;
    counts.onlyA += n * onlyA;
    counts.onlyB += n * onlyB;
    counts.neither += n * neither;
    const m = both + onlyA + onlyB + neither;
    if (m === 0) continue;
    const d = onlyA - onlyB;
    sums.subjects += n;
    sums.sumD2 += n * d * d;
    sums.sumDM += n * d * m;
    sums.sumM2 += n * m * m;
  }
  const cases = counts.both + counts.onlyA + counts.onlyB + counts.neither;
  return { counts, sums: bySubject ? sums : null, n: cases };
}
