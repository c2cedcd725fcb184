import type { EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { estimateFor } from "./seen-of.js";
import type { Judged } from "../../model/verdict-of.js";

/**
 * The parts a criterion on a highest rate must hold for: every attack species, not the one that happened to fare
 * worst. One of few tries may have slipped less often and still reach higher.
 *
 * @returns metrics as a plan writes them, `apcer[print]`; none for a rate that is no highest of others
 */
export function worstParts(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  metric: string,
  slice: string,
): string[] {
  if (estimateFor(evidence, evaluation.id, metric, slice)?.worst === undefined) return [];
  return evidence.estimates.flatMap((own) =>
    own.evaluation === evaluation.id &&
    own.slice === slice &&
    own.metric === metric &&
    own.facet !== undefined
      ? [`${own.metric}[${own.facet}]`]
      : [],
  );
}

const gravest: readonly Judged["verdict"][] = ["fail", "void", "stale", "not-evaluable", "inconclusive"];

/** The gravest of several verdicts; a pass only where each of them is one. */
export function gravestOf(judged: readonly [Judged, ...Judged[]]): Judged {
  const found = gravest.flatMap((verdict) => judged.find((one) => one.verdict === verdict) ?? []);
  return found[0] ?? judged[0];
}
