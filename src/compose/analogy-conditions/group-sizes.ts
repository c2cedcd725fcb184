import { plainText } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";
import { estimateIn } from "../evidence-of-task.js";
import { isTold, pollShare } from "../poll-share.js";

/** The same share in the smallest group that may be shown: the smaller the group, the wider its range. */
export const groupSizes: AnalogyCondition = {
  id: "group-sizes",
  summary: "the number of cases per group, and the share in the smallest with 30 or more",
  slots: ["group", "group-share"],
  check: (facts) => {
    const { assessment, evaluation, voice } = facts;
    const metric = pollShare(facts)?.metric;
    const groups = assessment.slices
      .filter((one) => one.evaluation === evaluation.id && !one.negated && one.value !== null)
      .flatMap((slice) => {
        const share = metric === undefined ? undefined : estimateIn(facts, metric, slice.id);
        return share !== undefined && isTold(facts, share) ? [{ slice, share }] : [];
      })
      .sort((a, b) => a.share.n - b.share.n);
    const [smallest] = groups;
    return smallest === undefined
      ? failed("no group with 30 cases or more was counted apart", "Name columns under `slices`.")
      : held({ group: plainText(casesOf(voice, smallest.slice)), "group-share": smallest.share.id });
  },
};
