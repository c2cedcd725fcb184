import { metrics } from "../../metrics/all.js";
import type { Measured } from "../../metrics/metric.js";
import type { Estimate, EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { statedRate } from "../../model/stated-rate.js";
import type { Seen } from "../../model/range-of.js";

/**
 * The number a criterion is about: measured anew from the counts of binary evidence, so that each end of its range
 * is a bound at the confidence; of any other kind the estimate as it is. Null where there is none.
 */
export function seenOf(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  metric: string,
  slice: string,
  confidence: number,
): Seen | null {
  const cells = evidence.cells[evaluation.id] ?? {};
  const known = metrics.find(({ id }) => id === metric);
  // Other kinds of evidence have no cells; a metric of the same name is then the one that they measured.
  if (known !== undefined && Object.keys(cells).length > 0) {
    const cell = cells[slice];
    if (cell === undefined || cell.n === 0) return null;
    const at = (level: number): Measured =>
      known.compute(cell, {
        level,
        baseRate: statedRate(evidence.plan, slice),
        probability: evaluation.score?.probability ?? false,
        flag: evaluation.flag,
      });
    const measured = at(2 * confidence - 1);
    // An interval that is one-sided already has its whole error on that side.
    const right = (measured.interval?.side ?? "two-sided") === "two-sided" ? measured : at(confidence);
    return { ...right, unit: known.unit };
  }
  const estimate = estimateFor(evidence, evaluation.id, metric, slice);
  if (estimate === undefined) return null;
  const { value, reason, numerator, denominator, n, n_effective: nEffective, interval, unit } = estimate;
  return { value, reason, numerator, denominator, n, nEffective, interval, unit };
}

/** The estimate of a metric as a plan writes it, with its facet in brackets: `apcer[print]`. */
export function estimateFor(
  { estimates }: Evidence,
  evaluation: string,
  metric: string,
  slice: string,
): Estimate | undefined {
  return estimates.find(
    (own) =>
      own.evaluation === evaluation &&
      own.slice === slice &&
      metric === (own.facet === undefined ? own.metric : `${own.metric}[${own.facet}]`),
  );
}
