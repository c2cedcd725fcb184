/**
 * Numbers the subjects of rows, for a bootstrap that draws subjects: `times[subjectOf[row]]` is the weight of a row.
 *
 * @param subjects - subject of each row; `null` where it is not known: such a row is a subject of its own
 * @returns `count` subjects, and for each row the number of its subject, in [0, count), by first appearance
 * @example
 * clusterIndex(["ann", "bob", "ann", null, null]) // { count: 4, subjectOf: [0, 1, 0, 2, 3] }
 */
export function clusterIndex(subjects: readonly (string | number | null)[]): {
  readonly count: number;
  readonly subjectOf: readonly number[];
} {
  const known = new Map<string | number, number>();
  let count = 0;
  const subjectOf = subjects.map((subject) => {
    const seen = subject === null ? undefined : known.get(subject);
    if (seen !== undefined) return seen;
    if (subject !== null) known.set(subject, count);
    count += 1;
    return count - 1;
  });
  return { count, subjectOf };
}
