import { estimatesIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** Cases that two people labelled, with how often they agree, and how often beyond chance. */
export const twoLabellers: AnalogyCondition = {
  id: "two-labellers",
  summary: "30 cases or more that two people labelled, with kappa",
  slots: ["agreement", "kappa"],
  check: (facts) => {
    const { evaluation, assessment } = facts;
    // Any rows may carry the labels of two people, so every body of evidence is looked at, the document's own first.
    const told = [evaluation, ...assessment.evaluations].flatMap((one) =>
      estimatesIn(facts, one, ["agreement", "cohen-kappa"]),
    );
    const agreement = told.find(({ metric, slice }) => metric === "agreement" && slice === "all");
    const kappa = told.find(
      ({ metric, slice, facet, evaluation: of }) =>
        metric === "cohen-kappa" &&
        slice === "all" &&
        facet === agreement?.facet &&
        of === agreement?.evaluation,
    );
    if (agreement === undefined || agreement.n < fewest)
      return failed(
        `${agreement?.n ?? 0} cases were labelled by two people, and it takes ${fewest}`,
        "Add evidence of task `labels`: the same cases, labelled by two people apart.",
      );
    return kappa === undefined
      ? failed("agreement beyond chance (kappa) could not be measured", "Label cases of more than one class.")
      : held({ agreement: agreement.id, kappa: kappa.id });
  },
};
