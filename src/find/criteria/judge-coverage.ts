import type { EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import type { CriterionPlan } from "../../model/plan.js";
import { undecided, type Judged } from "../../model/verdict-of.js";

/** Whether every value in scope was tested on enough cases: of all columns, or of the one that the slice names. */
export function judgeCoverage(
  { coverage }: Evidence,
  evaluation: EvaluationFacts,
  { slice }: CriterionPlan,
): Judged {
  const column = slice.startsWith("each:") ? slice.slice("each:".length) : null;
  const cells = coverage.filter(
    (cell) => cell.evaluation === evaluation.id && (column === null || cell.column === column),
  );
  if (cells.length === 0) return { ...undecided, verdict: "not-evaluable", reason: "criterion.no-scope" };
  if (cells.some(({ state }) => state === "untested"))
    return { ...undecided, verdict: "fail", reason: "criterion.cell-untested" };
  if (cells.some(({ state }) => state === "thin"))
    return { ...undecided, verdict: "inconclusive", reason: "criterion.cell-thin" };
  return { ...undecided, verdict: "pass", reason: "criterion.all-measured" };
}
