import { cutOffs, periodOf } from "../cut-offs.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Three points of one curve, each with what it catches, lets go and takes along. */
export const threeCutOffs: AnalogyCondition = {
  id: "three-cut-offs",
  summary: "three cut-offs with their counts from one test, as options of the document",
  slots: ["fine", "medium", "coarse", "period"],
  check: (facts) => {
    const options = cutOffs(facts);
    const [fine, medium, coarse] = [options[0], options[Math.floor(options.length / 2)], options.at(-1)];
    return options.length < 3 || fine === undefined || medium === undefined || coarse === undefined
      ? failed(
          `the document compares ${options.length} cut-offs, and it takes 3`,
          "Give the document `options` with three thresholds.",
        )
      : held({ fine: fine.id, medium: medium.id, coarse: coarse.id, period: periodOf(facts, fine) });
  },
};
