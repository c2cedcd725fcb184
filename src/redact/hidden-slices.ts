import type { Slice } from "../model/assessment.js";

/** Fewest cases a printed group may have outside the internal edition. */
export const smallCell = 10;

/** What an edition may show of a slice: nothing, rates without counts, or everything. */
export type Exposure = "hidden" | "blurred" | "open";

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
 * @param slices - slices of one evaluation, complements left out
 */
export function exposureOf(slices: readonly Slice[]): ReadonlyMap<string, Exposure> {
  const exposure = new Map<string, Exposure>();
  for (const column of new Set(slices.map((slice) => slice.column))) {
    const own = slices.filter((slice) => slice.column === column);
    for (const slice of own) exposure.set(slice.id, isSmall(slice.n) ? "hidden" : "open");
    for (const part of ["n", "positives", "negatives"] as const) withhold(own, part, exposure);
  }
  return exposure;
}

function withhold(
  own: readonly Slice[],
  part: "n" | "positives" | "negatives",
  exposure: Map<string, Exposure>,
): void {
  const count = (slice: Slice): number => slice[part] ?? 0;
  const bySize = own.filter((slice) => count(slice) > 0).sort((a, b) => count(a) - count(b));
  if (!bySize.some((slice) => isSmall(count(slice)))) return;
  const withheld = bySize.filter((slice) => isSmall(count(slice)) || exposure.get(slice.id) !== "open");
  for (const slice of bySize) {
    if (isUncertain(withheld.map(count))) break;
    if (!withheld.includes(slice)) withheld.push(slice);
  }
  for (const slice of withheld) if (exposure.get(slice.id) === "open") exposure.set(slice.id, "blurred");
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
