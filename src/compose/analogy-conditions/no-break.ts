import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** No break was found in the series: after one, ranges of before say nothing. */
export const noBreak: AnalogyCondition = {
  id: "no-break",
  summary: "no break found in the level of a series",
  slots: [],
  check: ({ assessment }) =>
    assessment.findings.some(({ rule }) => rule === "break")
      ? failed(
          "the level of a series broke, so ranges of before do not hold after it",
          "Tell the break first, and what was forecast since.",
        )
      : held(),
};
