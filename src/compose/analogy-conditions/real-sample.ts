import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Evidence drawn from real use: a poll of people who were picked is no poll. */
export const realSample: AnalogyCondition = {
  id: "real-sample",
  summary: "evidence that is a sample of real use",
  slots: [],
  check: ({ evaluation }) =>
    evaluation.kind === "deployment" || evaluation.kind === "held-out"
      ? held()
      : failed(
          evaluation.kind === null
            ? "the plan does not say what kind of evidence it is"
            : `the evidence is of kind ${evaluation.kind}, no sample of real use`,
          "Say `kind: held-out` or `kind: deployment` if it is one.",
        ),
};
