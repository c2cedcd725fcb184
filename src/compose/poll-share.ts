import type { Estimate } from "../model/assessment.js";
import { isBinary } from "../model/tasks.js";
import { displayGate, smallSample } from "../phrasing/display-gate.js";
import type { ConditionFacts } from "./analogy-condition.js";
import { estimateIn } from "./evidence-of-task.js";

/** Shares that stand for their kind of evidence. Accuracy says little where one class is rare, so not of two classes. */
const ofTwo = ["recall"];
const ofOthers = ["accuracy", "fnmr", "interval-coverage", "agreement"];

/** The share a picture of sampling is told of: counted, with its range, on thirty cases or more; else undefined. */
export function pollShare(facts: ConditionFacts, slice = "all"): Estimate | undefined {
  const metrics = isBinary(facts.evaluation.task) ? ofTwo : ofOthers;
  return metrics.map((metric) => estimateIn(facts, metric, slice)).find((one) => isTold(facts, one));
}

/** True for a share that may be printed as one. */
export function isTold({ voice }: ConditionFacts, estimate: Estimate | undefined): boolean {
  return (
    estimate?.value != null &&
    estimate.interval !== null &&
    estimate.numerator !== null &&
    estimate.n >= smallSample &&
    displayGate(estimate, voice.audience) === "rate"
  );
}
