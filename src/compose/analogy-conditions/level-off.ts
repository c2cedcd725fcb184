import { plainText } from "../../phrasing/inline.js";
import { estimateIn } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const [lowest, highest] = [0.8, 1.2];

/** Scores that are off by the same step everywhere: a level that is clearly wrong, and a slope that is right. */
export const levelOff: AnalogyCondition = {
  id: "level-off",
  summary: "scores clearly too high or too low on the whole, in the right order and spread",
  slots: ["reads", "said", "happened"],
  check: (facts, slice) => {
    const get = (metric: string) => estimateIn(facts, metric, slice?.id);
    const [level, slope] = [get("calibration-in-the-large"), get("calibration-slope")];
    const [said, happened] = [get("mean-score"), get("base-rate")];
    const todo = "Show the scores as they are; recalibrate them on cases that the test does not use.";
    if (level?.value == null || level.interval === null || said?.value == null || happened?.value == null)
      return failed("how far the scores are off on the whole was not measured with a range", todo);
    if (slope?.value == null || slope.interval === null)
      return failed("whether the scores are too extreme was not measured", todo);
    const { low, high } = slope.interval;
    if ((slope.value < lowest || slope.value > highest) && (low > 1 || high < 1))
      return failed("the scores are also too extreme or too timid: no one step would mend them", todo);
    if (level.interval.low <= 0 && level.interval.high >= 0)
      return failed(
        "the scores are not clearly off on the whole",
        "Nothing: there is no such error to explain.",
      );
    const reads = plainText(facts.voice.say(level.value > 0 ? "analogy.reads-low" : "analogy.reads-high"));
    return held({ reads, said: said.id, happened: happened.id });
  },
};
