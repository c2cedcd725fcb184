import type { ScoreGroup, ScoreTable } from "./types.js";

/**
 * The groups of a ScoreTable that hold cases, after checking the table.
 *
 * @param table - distinct finite scores ascending, counts non-negative integers; groups without cases are allowed
 * @returns the groups with at least one case, in order; [] for an empty table
 * @throws RangeError `Unexpected score 0.3 after 0.5, expected distinct scores ascending`
 * @example
 * occupiedGroups([{ score: 0.2, positives: 0, negatives: 0 }, { score: 0.5, positives: 1, negatives: 0 }]) // [{ score: 0.5, positives: 1, negatives: 0 }]
 */
export function occupiedGroups(table: ScoreTable): readonly ScoreGroup[] {
  const known = checked.get(table);
  if (known !== undefined) return known;
  let previous = -Infinity;
  for (const { score, positives, negatives } of table) {
    if (!Number.isFinite(score)) throw new RangeError(`Unexpected score ${score}, expected a finite number`);
    if (score <= previous) {
      throw new RangeError(`Unexpected score ${score} after ${previous}, expected distinct scores ascending`);
    }
    if (!isCount(positives) || !isCount(negatives)) {
      const count = isCount(positives) ? negatives : positives;
      throw new RangeError(`Unexpected count ${count} at score ${score}, expected an integer >= 0`);
    }
    previous = score;
  }
  const occupied = table.every(hasCases) ? table : table.filter(hasCases);
  checked.set(table, occupied);
  return occupied;
}

/** Tables that were checked before: a dozen statistics read the same one. */
const checked = new WeakMap<ScoreTable, readonly ScoreGroup[]>();

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function hasCases({ positives, negatives }: ScoreGroup): boolean {
  return positives + negatives > 0;
}
