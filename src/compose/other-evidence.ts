import type { DocumentContext } from "./context.js";

/** What an attacker could use: it is not told outside. */
const ofAttacks: readonly string[] = ["attack-detection", "layers"];

/** The document seen from each evaluation that it is not about, in the order of the plan. */
export function otherEvidence(context: DocumentContext): DocumentContext[] {
  const { assessment, voice } = context;
  const outside = voice.audience === "customer" || voice.audience === "public";
  return assessment.evaluations
    .filter(({ id, task }) => id !== context.evaluation.id && !(outside && ofAttacks.includes(task)))
    .map((evaluation) => {
      const slices = new Map(
        assessment.slices.filter((slice) => slice.evaluation === evaluation.id).map((one) => [one.id, one]),
      );
      return { ...context, evaluation, slice: (id: string) => slices.get(id) };
    });
}
