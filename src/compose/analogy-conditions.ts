import type { Slice } from "../model/assessment.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/** What an analogy may require of the evidence. An unknown condition never holds. */
export const analogyConditions: Readonly<
  Record<string, (context: DocumentContext, slice: Slice | null) => boolean>
> = {
  "both-error-rates": (context, slice) =>
    ["recall", "false-alarms"].every(
      (metric) => estimateAt(context, metric, slice?.id ?? "all")?.value != null,
    ),
  "stated-base-rate": (context, slice) =>
    estimateAt(context, "deployment-base-rate", slice?.id ?? "all")?.value != null,
  "enough-cases": (context, slice) =>
    (slice === null
      ? Math.min(context.evaluation.positives ?? 0, context.evaluation.negatives ?? 0)
      : Math.min(slice.positives ?? 0, slice.negatives ?? 0)) >= 30,
};
