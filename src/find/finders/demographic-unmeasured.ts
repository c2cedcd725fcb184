import { fact, type Finder } from "../finder.js";

export const demographicUnmeasured: Finder = {
  id: "demographic-unmeasured",
  summary:
    "Comparisons of people of whom no attribute was recorded, and attributes a duty names that no column holds.",
  find: (evidence) => [
    ...evidence.plan.evaluations.flatMap(({ id, fairness }) =>
      (fairness?.required ?? [])
        .filter((axis) => !(fairness?.columns ?? []).includes(axis))
        .map((axis) =>
          fact("demographic-unmeasured", "UNM", "finding.demographic-unmeasured-axis", {
            id: `demographic-unmeasured#${axis}`,
            evaluation: id,
            slots: { axis },
            gap: true,
          }),
        ),
    ),
    ...evidence.evaluations.flatMap(({ id, task }) => {
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
  ],
};
