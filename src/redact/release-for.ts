import type { Assessment, Criterion } from "../model/assessment.js";

/** The criteria as they were agreed, not the groups they were judged on: an attack may be among them. */
export function withoutGroups(
  release: Assessment["release"],
  criteria: readonly Criterion[],
): Assessment["release"] {
  if (release === null) return null;
  const of = new Map(criteria.map((criterion) => [criterion.id, criterion.of]));
  const told = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => of.get(id) ?? id))];
  const { verdict, failed, open, advisory } = release;
  return { verdict, failed: told(failed), open: told(open), advisory: told(advisory) };
}

/**
 * What all criteria say together names no criterion that few cases decide; where such a one is a must, whether it
 * is met would follow from the verdict, and only a failure stays said.
 */
export function releaseFor(
  release: Assessment["release"],
  criteria: readonly Criterion[],
): Assessment["release"] {
  if (release === null) return null;
  const unsaid = criteria.filter(({ reason }) => reason === "criterion.few-cases");
  if (release.verdict !== "no-go" && unsaid.some(({ importance }) => importance === "must")) return null;
  const hidden = new Set(unsaid.map(({ id }) => id));
  const told = (ids: readonly string[]): string[] => ids.filter((id) => !hidden.has(id));
  return { ...release, open: told(release.open), advisory: told(release.advisory) };
}
