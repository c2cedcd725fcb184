import type { SubjectPair } from "../../stats/two-way-bootstrap.js";

/** Comparisons of one sort, genuine or impostor, and those decided wrongly at one threshold. */
export interface Comparisons {
  readonly errors: number;
  readonly trials: number;
  /** The same by pair of subjects; null when the plan names no subject columns. */
  readonly pairs: readonly SubjectPair[] | null;
}

/** What one part of the evidence holds: everything, a slice, the pairs within a group. */
export interface ComparisonPart {
  /** Errors are false non-matches. */
  readonly genuine: Comparisons;
  /** Errors are false matches. */
  readonly impostor: Comparisons;
  /** False without a threshold: nothing was decided, and no error counted. */
  readonly decided: boolean;
}

/** People that take part in comparisons. */
export function subjectsOf(...sorts: readonly Comparisons[]): number | null {
  const people = new Set<number>();
  for (const { pairs } of sorts) {
    if (pairs === null) return null;
    for (const { probe, reference, trials } of pairs) if (trials > 0) people.add(probe).add(reference);
  }
  return people.size;
}
