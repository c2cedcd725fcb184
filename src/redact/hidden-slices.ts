import type { Slice } from "../model/assessment.js";

/** Fewest cases a printed group may have outside the internal edition. */
export const smallCell = 10;

/** What an edition may show of a slice: nothing, rates without counts, or everything. */
export type Exposure = "hidden" | "blurred" | "open";

/**
 * How much of each slice may be shown outside the internal edition.
 *
 * A group of fewer than 10 cases is hidden. So that nobody recovers it by subtracting the others from the
 * total, the next smallest group of the same column loses its counts too, until at least two groups with at
 * least 10 cases between them are withheld (complementary suppression). A group whose positives or negatives
 * are fewer than 10 keeps its rates and loses its counts, with the same care for its neighbours.
 *
 * @param slices - slices of one evaluation, complements left out
 */
export function exposureOf(slices: readonly Slice[]): ReadonlyMap<string, Exposure> {
  const exposure = new Map<string, Exposure>();
  for (const column of new Set(slices.map((slice) => slice.column))) {
    const own = slices.filter((slice) => slice.column === column);
    const small = (count: number | null): boolean => count !== null && count > 0 && count < smallCell;
    for (const slice of own) exposure.set(slice.id, small(slice.n) ? "hidden" : "open");
    for (const part of ["n", "positives", "negatives"] as const) withhold(own, part, small, exposure);
  }
  return exposure;
}

function withhold(
  own: readonly Slice[],
  part: "n" | "positives" | "negatives",
  small: (count: number | null) => boolean,
  exposure: Map<string, Exposure>,
): void {
  const bySize = [...own]
    .filter((slice) => (slice[part] ?? 0) > 0)
    .sort((a, b) => (a[part] ?? 0) - (b[part] ?? 0));
  const withheld = bySize.filter((slice) => small(slice[part]) || exposure.get(slice.id) !== "open");
  if (!bySize.some((slice) => small(slice[part]))) return;
  const total = (): number => withheld.reduce((sum, slice) => sum + (slice[part] ?? 0), 0);
  for (const slice of bySize) {
    if (withheld.length >= 2 && total() >= smallCell) break;
    if (!withheld.includes(slice)) withheld.push(slice);
  }
  for (const slice of withheld) if (exposure.get(slice.id) === "open") exposure.set(slice.id, "blurred");
}
