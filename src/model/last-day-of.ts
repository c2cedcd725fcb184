import type { Assessment } from "./assessment.js";

/** Newest day of all evidence, such as 2026-09-30; undefined where none of it carries dates. */
export function lastDayOf(evaluations: readonly Pick<Assessment["evaluations"][number], "collected">[]) {
  return evaluations
    .flatMap(({ collected }) => (collected === null ? [] : [collected.last]))
    .sort()
    .at(-1);
}
