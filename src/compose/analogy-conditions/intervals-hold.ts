import { estimatesIn, evidenceOfTask } from "../evidence-of-task.js";
import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 100;
/** How far the share that held may lie from the share that was promised: 5 of 100. */
const tolerance = 0.05;

/** Ranges of a forecast that held about as often as they promised. */
export const intervalsHold: AnalogyCondition = {
  id: "intervals-hold",
  summary: "100 ranges of a forecast or more, which held about as often as they promised",
  slots: ["coverage"],
  check: (facts) => {
    const forecast = evidenceOfTask(facts, "forecast", "regression");
    const coverage =
      forecast === null
        ? undefined
        : estimatesIn(facts, forecast, ["interval-coverage"]).find(({ slice }) => slice === "all");
    const todo =
      "Tell the forecast and its errors; widen its ranges until they hold as often as they promise.";
    if (coverage?.baseline == null)
      return failed("there is no forecast with ranges", "Give the columns of its `interval`.");
    if (coverage.n < fewest)
      return failed(`${coverage.n} ranges were checked, and it takes ${fewest}`, "Check more forecasts.");
    return Math.abs(coverage.value - coverage.baseline) <= tolerance
      ? held({ coverage: coverage.id })
      : failed(
          `its ranges held ${Math.round(100 * coverage.value)} of 100 times and promised ${Math.round(100 * coverage.baseline)}`,
          todo,
        );
  },
};
