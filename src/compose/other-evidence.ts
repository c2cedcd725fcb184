import type { DocumentContext } from "./context.js";

/** The document seen from each evaluation that it is not about, in the order of the plan. */
export function otherEvidence(context: DocumentContext): DocumentContext[] {
  const { assessment } = context;
  return assessment.evaluations
    .filter(({ id }) => id !== context.evaluation.id)
    .map((evaluation) => {
      const slices = new Map(
        assessment.slices.filter((slice) => slice.evaluation === evaluation.id).map((one) => [one.id, one]),
      );
      return { ...context, evaluation, slice: (id: string) => slices.get(id) };
    });
}
