import { encodeName } from "../../model/slice-id.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Finder } from "../finder.js";

export const neverPredicted: Finder = {
  id: "never-predicted",
  summary: "A class that cases of the test belong to, and that the model never gives.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      return (evidence.details[id]?.classes ?? []).flatMap((name) => {
        const recall = get("recall", "all", name);
        if (get("precision", "all", name)?.reason !== "never-predicted" || recall?.denominator == null)
          return [];
        return [
          fact("never-predicted", "SLC", "finding.never-predicted", {
            id: `never-predicted@${encodeName(name)}`,
            evaluation: id,
            estimates: [recall.id],
            slots: { class: name },
          }),
        ];
      });
    }),
};
