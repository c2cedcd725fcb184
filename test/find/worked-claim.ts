import type { Assessment } from "../../src/model/assessment.js";
import type { Confidence } from "../../src/model/confidence.js";
import { assessFiles, planFile } from "../measure/project-folder.js";

/*
 * The nine worked claims of the specification (communication.md 5.4), each over a small project whose counts are those
 * of the table. Where the table and the algorithm of 5.2 disagree the test says what was settled, and why.
 */

/** A claim by its id; throws when it is not made, so that a renamed id cannot pass for "not claimed". */
export function claimOf({ confidence }: Assessment, id: string): Confidence {
  const found = confidence.find(({ claim }) => claim === id);
  if (found === undefined)
    throw new Error(`No claim ${id} among ${confidence.map(({ claim }) => claim).join(", ")}`);
  return found;
}

/** What a claim costs, by domain; domains that cost nothing are left out. */
export function costs({ deductions }: Confidence): Record<string, number> {
  return Object.fromEntries(
    deductions.filter(({ points }) => points < 0).map(({ domain, points }) => [domain, points]),
  );
}

export function csv(header: string, rows: readonly string[]): string {
  return [header, ...rows].join("\n") + "\n";
}

/** So many rows of one kind. */
export function times(count: number, row: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** Rows of a score that catches and misses so many positives, flags and leaves so many negatives. */
export function rowsOf(caught: number, missed: number, flagged: number, left: number): string[] {
  return [
    ...times(caught, (i) => `1,0.9${i % 5}`),
    ...times(missed, (i) => `1,0.1${i % 5}`),
    ...times(flagged, (i) => `0,0.8${i % 5}`),
    ...times(left, (i) => `0,0.0${i % 5}`),
  ];
}

/** Claims that the plan declares, beside evidence that has nothing to do with them. */
export async function declared(claim: object): Promise<Confidence> {
  const assessment = await assessFiles({
    "forthright.yaml": planFile({
      costs: { currency: "USD" },
      claims: [{ id: "it", ...claim }],
      evaluations: [{ id: "counts", counts: { tp: 40, fn: 10, fp: 95, tn: 855 } }],
    }),
  });
  return claimOf(assessment, "claim:it");
}
