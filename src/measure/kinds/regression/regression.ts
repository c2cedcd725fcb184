import { errorMetrics } from "../../../metrics/forecast/all.js";
import { countErrors } from "../forecast/count-errors.js";
import { measureErrors } from "../forecast/measure-errors.js";
import { nothingMeasured, type EvidenceKind } from "../kind.js";
import { noRows } from "../number-facts.js";

/** Predictions of a number without an order in time. */
export const regression: EvidenceKind = {
  id: "regression",
  summary: "A number per case: what was predicted and what came true.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    if (source === null) return nothingMeasured(noRows(input));
    const { subject } = evaluation;
    const unit = subject === undefined ? null : ({ column: subject, is: "subject" } as const);
    const counted = await countErrors({ evaluation, source, unit }, ask);
    return measureErrors(input, counted, {
      unit: unit === null ? "rows" : "subjects",
      draws: { blockLength: 1, replicates: 0, seed: 1 },
      scale: null,
      metrics: errorMetrics,
    });
  },
};
