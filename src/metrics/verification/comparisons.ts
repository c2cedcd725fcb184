import type { SubjectPair } from "../../stats/two-way-bootstrap.js";

/** Comparisons of one sort, genuine or impostor, and those decided wrongly at one threshold. */
export interface Comparisons {
  readonly errors: number;
  readonly trials: number;
  /** The same by pair of subjects; null when the plan names no subject columns, and where there are too many pairs. */
  readonly pairs: readonly SubjectPair[] | null;
  /** Of too many pairs, the same by subject, a comparison of two of them counted at both; else null. */
  readonly people: readonly PersonCounts[] | null;
}

/** Comparisons one person takes part in. */
export interface PersonCounts {
  readonly person: number;
  readonly errors: number;
  readonly trials: number;
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
  const found = new Set<number>();
  for (const { pairs, people } of sorts) {
    if (pairs === null && people === null) return null;
    for (const { probe, reference, trials } of pairs ?? []) if (trials > 0) found.add(probe).add(reference);
    for (const { person, trials } of people ?? []) if (trials > 0) found.add(person);
  }
  return found.size;
}
