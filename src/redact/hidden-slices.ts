import type { Slice } from "../model/assessment.js";

/** Fewest cases a printed group may have outside the internal edition. */
export const smallCell = 10;

/**
 * What an edition may show of a slice: not even that it was tested (unnamed); its name alone, not even that it has fewer
 * than 10 cases (veiled); nothing but that (hidden); rates without counts (blurred); or everything.
 */
export type Exposure = "unnamed" | "veiled" | "hidden" | "blurred" | "open";

/** True for a count that may not be told: some cases, and fewer than 10. */
export function isSmall(count: number | null): boolean {
  return count !== null && count > 0 && count < smallCell;
}

/**
 * How much of each slice may be shown outside the internal edition.
 *
 * A group of fewer than 10 cases is hidden. So that nobody recovers it by subtracting the others from the
 * total, further groups of the same column lose their counts too, the smallest first, until what is known of
 * the withheld ones leaves each of them more than one possible count (complementary suppression). A group whose
 * positives or negatives are fewer than 10 loses its counts, with the same care for its neighbours.
 *
 * Where all groups of a column together leave too little room, as three groups under ten that make 27, the column is
 * veiled: what is known of the groups is then their sum alone, and that each has a case. Where there are hardly more
 * cases than groups, as four in three, that is too much as well: no group is named.
 *
 * @param slices - slices of one evaluation, complements left out
 */
export function exposureOf(slices: readonly Slice[]): ReadonlyMap<string, Exposure> {
  const exposure = new Map<string, Exposure>();
  for (const column of new Set(slices.map((slice) => slice.column))) {
    const own = slices.filter((slice) => slice.column === column);
    for (const slice of own) exposure.set(slice.id, isSmall(slice.n) ? "hidden" : "open");
    const parts = ["n", "positives", "negatives"] as const;
    const isSolved = parts.map((part) => !withhold(own, part, exposure)).includes(true);
    const room = own.reduce((sum, slice) => sum + (slice.n ?? 0) - 1, 0);
    const withheld = own.length > 1 && room < leeway ? "unnamed" : "veiled";
    if (isSolved) for (const slice of own) exposure.set(slice.id, withheld);
  }
  return exposure;
}

/** @returns false when all groups together are not enough: a reader could still work one out */
function withhold(
  own: readonly Slice[],
  part: "n" | "positives" | "negatives",
  exposure: Map<string, Exposure>,
): boolean {
  const count = (slice: Slice): number => slice[part] ?? 0;
  const bySize = own.filter((slice) => count(slice) > 0).sort((a, b) => count(a) - count(b));
  if (!bySize.some((slice) => isSmall(count(slice)))) return true;
  const withheld = bySize.filter((slice) => isSmall(count(slice)) || exposure.get(slice.id) !== "open");
  for (const slice of bySize) {
    if (isUncertain(withheld.map(count))) break;
    if (!withheld.includes(slice)) withheld.push(slice);
  }
  for (const slice of withheld) if (exposure.get(slice.id) === "open") exposure.set(slice.id, "blurred");
  // A single group is the whole: its count stands at the top of the page, and there is no other to hide it among.
  return own.length < 2 || isUncertain(withheld.map(count));
}

/**
 * True when the sum of the withheld counts, which follows from the total, leaves room in both directions. A
 * reader knows of each whether it is under 10: two groups under 10 that make 18 would be 9 each.
 */
function isUncertain(counts: readonly number[]): boolean {
  const sum = (of: (count: number) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const below = sum((count) => count - (isSmall(count) ? 1 : smallCell));
  const above = sum((count) => (isSmall(count) ? smallCell - 1 - count : Number.POSITIVE_INFINITY));
  return counts.length >= 2 && sum((count) => count) >= smallCell && below >= leeway && above >= leeway;
}

/** How far a withheld count may lie from the true one, at the least, for all that the total tells. */
const leeway = 2;
