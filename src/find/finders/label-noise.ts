import type { Estimate } from "../../model/assessment.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Finder } from "../finder.js";

/** Below this kappa the labels are too uncertain to judge a model against. */
const leastKappa = 0.6;

export const labelNoise: Finder = {
  id: "label-noise",
  summary: "People agree too little on the labels, or their labels err as often as the model is said to.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      const own = (metric: string): Estimate[] =>
        evidence.estimates.filter(
          (estimate) => estimate.evaluation === id && estimate.metric === metric && estimate.slice === "all",
        );
      const kappas = own("cohen-kappa").filter(({ value }) => value !== null && value < leastKappa);
      const accuracy = get("accuracy", "all") ?? get("accuracy-test", "all");
      const error = accuracy?.value == null ? null : 1 - accuracy.value;
      const noisy = own("label-noise").filter(
        ({ value }) => value !== null && error !== null && value >= error,
      );
      const found = (kind: string, estimates: readonly Estimate[]) =>
        estimates.map((estimate) =>
          fact("label-noise", "LBL", `finding.label-noise.${kind}`, {
            id: `label-noise@${id}#${kind}${estimate.facet === undefined ? "" : `-${estimate.facet}`}`,
            evaluation: id,
            estimates: [estimate.id, ...(kind === "ceiling" && accuracy !== undefined ? [accuracy.id] : [])],
            gap: true,
          }),
        );
      return [...found("kappa", kappas), ...found("ceiling", noisy)];
    }),
};
