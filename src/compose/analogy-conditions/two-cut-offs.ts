import { cutOffs, periodOf } from "../cut-offs.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** Two thresholds with their counts, so that the price of each is seen: false alarms and misses. */
export const twoCutOffs: AnalogyCondition = {
  id: "two-cut-offs",
  summary: "two cut-offs with their counts, as options of the document",
  slots: ["keen", "calm", "period"],
  check: (facts) => {
    const options = cutOffs(facts);
    const [keen, calm] = [options[0], options.at(-1)];
    return keen === undefined || calm === undefined || keen === calm
      ? failed(
          `the document compares ${options.length} cut-offs, and it takes 2`,
          "Give the document `options` with two thresholds.",
        )
      : held({ keen: keen.id, calm: calm.id, period: periodOf(facts, keen) });
  },
};
