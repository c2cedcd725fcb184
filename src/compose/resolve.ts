import type { Place } from "../errors.js";
import type { Estimate, Slice } from "../model/assessment.js";
import { nearestName } from "../model/nearest-name.js";
import { refFromText } from "../model/estimate-ref.js";
import { sliceIdFromText } from "../model/slice-id.js";
import type { DocumentContext } from "./context.js";

/**
 * The estimate an author means: `recall@all`, `recall@internet=Fiber optic`, with or without the evaluation
 * in front. An unknown one is reported with the nearest known, and null is returned.
 */
export function resolveEstimate(ref: string, context: DocumentContext, place: Place): Estimate | null {
  const id = refFromText(ref);
  const found = context.estimate(id) ?? context.estimate(`${context.evaluation.id}/${id}`);
  if (found !== undefined) return found;
  const near = nearestName(
    id,
    context.assessment.estimates.map((estimate) => estimate.id),
  );
  context.report({
    code: "dangling-reference",
    severity: "error",
    place,
    text: `There is no estimate "${ref}".`,
    hint:
      near === null
        ? "See `forthright assess --json` for the estimates of this project."
        : `Did you mean "${near}"?`,
  });
  return null;
}

/** A slice by the text an author writes; null for all cases. Unknown ones are reported. */
export function resolveSlice(
  text: string | undefined,
  context: DocumentContext,
  place: Place,
): Slice | null | undefined {
  if (text === undefined || text === "" || text === "all") return null;
  const id = sliceIdFromText(text);
  const slice = context.slice(id);
  if (slice !== undefined) return slice;
  const near = nearestName(
    id,
    context.assessment.slices.map((known) => known.id),
  );
  context.report({
    code: "dangling-reference",
    severity: "error",
    place,
    text: `There is no slice "${text}".`,
    hint: near === null ? "Name the column under `slices` of the evaluation." : `Did you mean "${near}"?`,
  });
  return undefined;
}

/** The estimate of a metric in the document's evaluation, if it was measured and this edition may see it. */
export function estimateAt(context: DocumentContext, metric: string, slice = "all"): Estimate | undefined {
  const id = `${metric}@${slice}`;
  return context.estimate(id) ?? context.estimate(`${context.evaluation.id}/${id}`);
}
