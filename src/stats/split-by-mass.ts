import type { ScoreGroup } from "./types.js";

/**
 * Splits groups sorted by score into consecutive parts of equal numbers of cases.
 *
 * Sizes are those of numpy.array_split: the first n mod parts hold one case more. A tie that spans a border is cut.
 * The order of rows within a tie is unknown here, so its positives are taken as evenly spread over it, rounded to
 * whole cases; numpy would follow the order of the rows.
 *
 * @param groups - groups with cases, scores ascending
 * @param parts - number of parts, an integer of at least 1
 * @returns `parts` lists of groups in order of score; lists are empty where there are fewer cases than parts
 * @example
 * splitByMass([{ score: 0.1, positives: 2, negatives: 2 }], 2) // [[{ score: 0.1, positives: 1, negatives: 1 }], [{ score: 0.1, positives: 1, negatives: 1 }]]
 */
export function splitByMass(
  groups: readonly ScoreGroup[],
  parts: number,
): readonly (readonly ScoreGroup[])[] {
  const n = groups.reduce((sum, group) => sum + group.positives + group.negatives, 0);
  const size = Math.floor(n / parts);
  const larger = n % parts;

  const split: ScoreGroup[][] = Array.from({ length: parts }, () => []);
  let part = 0;
  let room = size + (larger > 0 ? 1 : 0);
  for (const group of groups) {
    const total = group.positives + group.negatives;
    for (let taken = 0; taken < total;) {
      const take = Math.min(room, total - taken);
      const positives = spread(group, taken + take) - spread(group, taken);
      if (take > 0) split[part]?.push({ score: group.score, positives, negatives: take - positives });
      taken += take;
      room -= take;
      if (room > 0) continue;
      part += 1;
      room = size + (part < larger ? 1 : 0);
    }
  }
  return split;
}

/** Positives among the first cases of a tie. */
function spread(group: ScoreGroup, cases: number): number {
  return Math.round((cases * group.positives) / (group.positives + group.negatives));
}
