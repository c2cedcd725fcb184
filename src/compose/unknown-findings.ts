import type { Finding } from "../model/assessment.js";
import type { DocumentContext } from "./context.js";

/** Gaps that matter most to a decision first; groups too small to judge are told as one. */
const order = [
  "not-given",
  "benchmark-only",
  "not-representative",
  "stale-evidence",
  "one-period",
  "unmeasured-attack",
  "pooled-attack-rate",
  "layer-dependence",
  "empty-cell",
  "criteria-not-met",
  "thin-slice",
];

/** What was never tried on the system is not known of the model, whatever evidence a document is about. */
const ofTheSystem = ["unmeasured-attack", "pooled-attack-rate", "layer-dependence", "empty-cells"];

/** What is not known, for this document: gaps of its own evaluation, the weightiest first. */
export function unknownFindings({ assessment, evaluation }: DocumentContext): Finding[] {
  const gaps = assessment.findings.filter(
    (finding) =>
      (finding.gap || finding.rule === "stale-evidence") &&
      (finding.evaluation === null || finding.evaluation === evaluation.id || isOfTheSystem(finding)),
  );
  return gaps.sort((a, b) => rank(a) - rank(b));
}

/** True for what was never tried on the system, by whatever evidence that shows. */
export function isOfTheSystem({ message }: Finding): boolean {
  return ofTheSystem.some((name) => message.startsWith(`finding.${name}.`));
}

function rank({ rule }: Finding): number {
  const place = order.indexOf(rule);
  return place < 0 ? order.length : place;
}
