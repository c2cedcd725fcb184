import { displayGate } from "../../phrasing/display-gate.js";
import { plainText } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Cases per group: the smaller the group, the wider its range. */
export const groupSizes: AnalogyCondition = {
  id: "group-sizes",
  summary: "the number of cases per group, and the share in the smallest with 30 or more",
  slots: ["group", "group-share"],
  check: ({ assessment, evaluation, voice }) => {
    const slices = assessment.slices
      .filter((one) => one.evaluation === evaluation.id && !one.negated && one.n !== null)
      .sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
    for (const slice of slices) {
      const own = assessment.estimates.find(
        (one) =>
          one.evaluation === evaluation.id &&
          one.slice === slice.id &&
          one.facet === undefined &&
          ["recall", "accuracy", "fnmr"].includes(one.metric) &&
          one.interval !== null &&
          one.numerator !== null &&
          displayGate(one, voice.audience) === "rate",
      );
      if (own !== undefined) return held({ group: plainText(casesOf(voice, slice)), "group-share": own.id });
    }
    return failed("no group with 30 cases or more was counted apart", "Name columns under `slices`.");
  },
};
