import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/** Cases of each class in one band of the score; counts. */
export interface BandCount {
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Cases in each band of a score that is cut into several decisions.
 *
 * @param table - distinct scores ascending with counts
 * @param cuts - rising scores, on the scale of the table; a score equal to a cut belongs to the band above it
 * @returns one count more than there are cuts, the lowest scores first
 * @throws RangeError `Unexpected cuts 0.7, 0.4, expected rising finite numbers`; for a malformed table
 * @example
 * bandCounts([{ score: 0.2, positives: 1, negatives: 9 }, { score: 0.4, positives: 2, negatives: 3 }, { score: 0.9, positives: 4, negatives: 1 }], [0.4, 0.7]) // [{ positives: 1, negatives: 9 }, { positives: 2, negatives: 3 }, { positives: 4, negatives: 1 }]
 */
export function bandCounts(table: ScoreTable, cuts: readonly number[]): BandCount[] {
  const rising = cuts.every((cut, i) => Number.isFinite(cut) && (i === 0 || cut > (cuts[i - 1] ?? cut)));
  if (!rising) throw new RangeError(`Unexpected cuts ${cuts.join(", ")}, expected rising finite numbers`);

  const bands = Array.from({ length: cuts.length + 1 }, () => ({ positives: 0, negatives: 0 }));
  let place = 0;
  for (const { score, positives, negatives } of occupiedGroups(table)) {
    while (place < cuts.length && score >= (cuts[place] ?? Infinity)) place += 1;
    const band = bands[place];
    if (band === undefined) continue;
    band.positives += positives;
    band.negatives += negatives;
  }
  return bands;
}
