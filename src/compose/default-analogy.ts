import type { Slice } from "../model/assessment.js";
import { isBinary, type Task } from "../model/tasks.js";
import type { DocumentContext } from "./context.js";
import { judgeAnalogy } from "./judge-analogy.js";
import { estimateAt } from "./resolve.js";

/** What suits each kind of evidence, the best first. */
const suitable: Partial<Record<Task, readonly string[]>> = {
  verification: ["doorman", "empty-road"],
  "attack-detection": ["airport-security", "empty-road"],
  layers: ["layered-locks"],
  comparison: ["thermostat"],
  regression: ["arrival-time"],
  forecast: ["arrival-time"],
  labels: ["two-examiners"],
};

/**
 * The analogy of a document: the one its plan names, else the first that suits its evidence and whose conditions hold.
 *
 * @returns an id, or `none`
 */
export function analogyOf(context: DocumentContext, slice: Slice | null): string {
  const { document, evaluation, materials } = context;
  const named = document.analogy ?? "auto";
  if (named !== "auto") return named;
  // Its failure prints the plain counts, which a briefing of binary evidence needs in any case.
  if (isBinary(evaluation.task)) return hasFrequencies(context, slice) ? "screening-test" : "none";
  const ids = suitable[evaluation.task] ?? [];
  const fitting = ids.find((id) => {
    const analogy = materials.analogies[id];
    return analogy !== undefined && judgeAnalogy(analogy, context, slice).slots !== null;
  });
  return fitting ?? "none";
}

function hasFrequencies(context: DocumentContext, slice: Slice | null): boolean {
  return ["recall", "false-alarms", "deployment-base-rate"].every(
    (metric) => estimateAt(context, metric, slice?.id)?.value != null,
  );
}
