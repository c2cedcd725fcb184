/**
 * The known name an author most likely meant, or null when nothing is near.
 *
 * Near means at most a third of the letters differ (Levenshtein distance, capitals ignored).
 *
 * @example nearestName("recal", ["accuracy", "recall"]) // "recall"
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  return nearestNames(name, known, 1)[0] ?? null;
}

/**
 * The known names that are near, the nearest first; of equally near ones the first known.
 *
 * @param most - how many at most
 */
export function nearestNames(name: string, known: readonly string[], most: number): string[] {
  if (name.length > longestName) return [];
  const farthest = Math.max(1, Math.floor(name.length / 3));
  return known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= farthest)
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters of the longest name that anything is compared with: no name of ours is near it. */
const longestName = 200;

/**
 * "did you mean ...?" or the whole list when it is short enough to read.
 *
 * @param listed - the command that prints a list too long to read here
 */
export function suggestName(name: string, known: readonly string[], listed?: string): string {
  const nearest = nearestName(name, known);
  if (nearest !== null) return `did you mean "${nearest}"?`;
  if (known.length <= 24) return `expected one of ${known.join(", ")}`;
  return listed === undefined
    ? `see the list of ${known.length} names`
    : `\`${listed}\` prints those there are`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
