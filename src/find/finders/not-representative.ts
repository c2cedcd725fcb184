import { fact, type Finder } from "../finder.js";

export const notRepresentative: Finder = {
  id: "not-representative",
  summary: "Evidence that is not a sample of real use: selected, a benchmark, a vendor's, or synthetic.",
  find: ({ evaluations }) =>
    evaluations.flatMap(({ id, kind }) => {
      if (kind === "deployment" || kind === "held-out") return [];
      return [
        fact("not-representative", "GEN", `finding.not-representative.${kind ?? "unknown"}`, {
          id: `not-representative@${id}`,
          evaluation: id,
          gap: kind === null,
        }),
      ];
    }),
};
