import { failed, held, type AnalogyCondition } from "../analogy-condition.js";
import { pollShare } from "../poll-share.js";

/** A counted share with its range, of cases enough to be told as a rate. */
export const shareWithRange: AnalogyCondition = {
  id: "share-with-range",
  summary: "a counted share with its range, on 30 cases or more",
  slots: ["share"],
  check: (facts, slice) => {
    const share = pollShare(facts, slice?.id);
    return share === undefined
      ? failed(
          "no share was counted with a range on 30 cases or more",
          "Give rows or counts in place of finished rates.",
        )
      : held({ share: share.id });
  },
};
