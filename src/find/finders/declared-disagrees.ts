import { sliceIdFromText } from "../../model/slice-id.js";
import { roundsTo } from "../../stats/rounds-to.js";
import { fact, type Finder } from "../finder.js";

export const declaredDisagrees: Finder = {
  id: "declared-disagrees",
  summary: "A value stated elsewhere that the counted one does not round to, or that was not counted at all.",
  find: ({ plan, estimates, evaluations }) =>
    plan.evaluations.flatMap(({ id, declared = {} }) =>
      Object.entries(declared).flatMap(([ref, stated]) => {
        const prefix = evaluations.length > 1 ? `${id}/` : "";
        const estimate = estimates.find((own) => own.id === prefix + idOf(ref) && own.evaluation === id);
        const said = { id: `declared-disagrees@${id}#${ref}`, evaluation: id, gap: true };
        const slots = { metric: ref, stated: String(stated) };
        if (estimate?.value == null)
          return [
            fact("declared-disagrees", "INC", "finding.declared-disagrees.not-counted", {
              ...said,
              slots,
              estimates: estimate === undefined ? [] : [estimate.id],
            }),
          ];
        if (roundsTo(estimate.value, String(stated))) return [];
        return [
          fact("declared-disagrees", "INC", "finding.declared-disagrees.differs", {
            ...said,
            slots: { ...slots, counted: String(Number(estimate.value.toPrecision(4))) },
            estimates: [estimate.id],
          }),
        ];
      }),
    ),
};

/** `recall` means all cases; a slice may follow as an author writes it. */
function idOf(ref: string): string {
  const at = ref.indexOf("@");
  return at < 0 ? `${ref}@all` : `${ref.slice(0, at)}@${sliceIdFromText(ref.slice(at + 1))}`;
}
