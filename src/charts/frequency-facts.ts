import type { Slice } from "../model/assessment.js";
import type { FrequencyFacts } from "../phrasing/frequency-sentences.js";
import type { ChartContext } from "./chart-context.js";

/** Recall, false alarms and stated base rate of a slice; null while one of them is not known. */
export function frequencyFacts(
  { estimate }: Pick<ChartContext, "estimate">,
  slice: Slice | null,
): FrequencyFacts | null {
  const id = slice?.id ?? "all";
  const recall = estimate("recall", id);
  const falseAlarms = estimate("false-alarms", id);
  const baseRate = estimate("deployment-base-rate", id);
  if (recall === undefined || falseAlarms === undefined || baseRate === undefined) return null;
  return recall.value === null || falseAlarms.value === null || baseRate.value === null
    ? null
    : { recall, falseAlarms, baseRate, slice, precision: estimate("precision", id) ?? null };
}
