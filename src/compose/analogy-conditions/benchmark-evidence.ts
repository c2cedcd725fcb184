import { evaluationTitle } from "../evaluation-title.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";
import { estimatesIn } from "../evidence-of-task.js";

/** Rates of a test on somebody else's cases, or on made-up ones, and how many there were. */
export const benchmarkEvidence: AnalogyCondition = {
  id: "benchmark-evidence",
  summary: "a named benchmark, a vendor's or a synthetic test, with its number of cases",
  slots: ["benchmark", "benchmark-share"],
  check: (facts) => {
    const { evaluation } = facts;
    const kinds: readonly (string | null)[] = ["benchmark", "vendor", "synthetic"];
    if (!kinds.includes(evaluation.kind))
      return failed("the evidence is no benchmark", "Nothing: tell what was measured.");
    const share = estimatesIn(facts, evaluation, [
      "recall",
      "accuracy",
      "fnmr",
      "apcer",
      "dfar",
      "joint-slip",
      "accuracy-test",
      "interval-coverage",
    ]).find(({ slice, interval }) => slice === "all" && interval !== null);
    return share === undefined || evaluation.title === null
      ? failed(
          "the test has no name, or no counted share with a range",
          "Give the evaluation a `title`, and its counts or rows.",
        )
      : held({ benchmark: evaluationTitle(facts, evaluation.id), "benchmark-share": share.id });
  },
};
