import type { Place } from "../errors.js";
import type { Estimate, Slice } from "../model/assessment.js";
import { nearestName, nearestNames } from "../model/nearest-name.js";
import { refFromText } from "../model/estimate-ref.js";
import { sliceIdFromText } from "../model/slice-id.js";
import type { DocumentContext } from "./context.js";

/**
 * The estimate an author means: `recall@all`, `recall@internet=Fiber optic`, with or without the evaluation
 * in front. An unknown one is reported with the nearest known, and null is returned.
 */
export function resolveEstimate(ref: string, context: DocumentContext, place: Place): Estimate | null {
  const id = refFromText(ref);
  const found = findEstimate(ref, context);
  if (found !== undefined) return found;
  context.report({
    code: "dangling-reference",
    severity: "error",
    place,
    text: ref === "" ? "Missing ref, expected the id of an estimate." : `There is no estimate "${ref}".`,
    hint: hintFor(id, context),
  });
  return null;
}

/** The estimate an author means; undefined where there is none. */
export function findEstimate(ref: string, context: DocumentContext): Estimate | undefined {
  const id = refFromText(ref);
  return context.estimate(id) ?? context.estimate(`${context.evaluation.id}/${id}`);
}

/** Ids that are near; of a metric that was measured, the slices it was measured on. */
function hintFor(id: string, { assessment, evaluation }: DocumentContext): string {
  const known = assessment.estimates.map((estimate) => estimate.id);
  const short = known.map((name) => name.replace(`${evaluation.id}/`, ""));
  const near = nearestNames(id, [...new Set([...short, ...known])], 3);
  const told = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(" or ");
  if (near.length > 0) return `Did you mean ${told(near)}?`;
  const metric = id.slice(0, id.indexOf("@") + 1);
  const measured = short.filter((name) => metric.length > 1 && name.startsWith(metric));
  if (measured.length > 0) return `It was measured as ${told(measured.slice(0, 3))}.`;
  return "See `forthright assess --json` for the estimates of this project.";
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
