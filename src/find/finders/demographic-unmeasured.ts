import { fact, type Finder } from "../finder.js";

export const demographicUnmeasured: Finder = {
  id: "demographic-unmeasured",
  summary: "Comparisons of people of whom no attribute was recorded, so that no group can be looked at.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id, task }) => {
      const attributes = evidence.details[id]?.verification?.attributes ?? [];
      if (task !== "verification" || attributes.length > 0) return [];
      return [
        fact("demographic-unmeasured", "UNM", "finding.demographic-unmeasured", {
          id: `demographic-unmeasured@${id}`,
          evaluation: id,
          gap: true,
        }),
      ];
    }),
};
