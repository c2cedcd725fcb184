import { UserError } from "../../errors.js";
import type { EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { suggestName } from "../../model/nearest-name.js";
import type { CriterionPlan } from "../../model/plan.js";
import { sliceId, sliceIdFromText } from "../../model/slice-id.js";

/**
 * Slices that a criterion is judged on: one, or each of a column with the values it requires, tested or not.
 *
 * @throws UserError E-CRITERION for a slice or a column that does not exist
 */
export function slicesOf(
  evidence: Evidence,
  evaluation: EvaluationFacts,
  plan: CriterionPlan,
  index: number,
): string[] {
  if (plan.slice === "all" || plan.all_measured === true) return ["all"];
  const own = evidence.slices.filter((slice) => slice.evaluation === evaluation.id && !slice.negated);
  const required = evidence.coverage.filter((cell) => cell.evaluation === evaluation.id);
  if (plan.slice === "each" || plan.slice.startsWith("each:")) {
    const column = plan.slice === "each" ? null : plan.slice.slice("each:".length);
    const ids = [...own, ...required]
      // Two protected columns together are looked at, but no criterion was agreed for them.
      .filter((slice) =>
        column === null
          ? !slice.column.includes("&") || evaluation.columns.slices.includes(slice.column)
          : slice.column === column,
      )
      .map((slice) => ("slice" in slice ? slice.slice : slice.id));
    const demanded =
      column === null ? [] : (plan.required ?? []).map((value) => sliceId(column, String(value)));
    if (ids.length === 0 && demanded.length === 0)
      throw unknownName(
        evidence,
        `criteria.${index}.slice`,
        "slice column",
        column ?? "each",
        evaluation.columns.slices,
      );
    return [...new Set([...ids, ...demanded])];
  }
  const id = sliceIdFromText(plan.slice);
  const known = [...own.map((slice) => slice.id), ...required.map(({ slice }) => slice)];
  if (!known.includes(id)) throw unknownName(evidence, `criteria.${index}.slice`, "slice", plan.slice, known);
  return [id];
}

/** The error of a criterion that names what does not exist. */
export function unknownName(
  evidence: Evidence,
  path: string,
  what: string,
  name: string,
  known: readonly string[],
): UserError {
  return new UserError("usage", {
    code: "E-CRITERION",
    severity: "error",
    place: evidence.places[path] ?? { file: "forthright.yaml" },
    text: `Unexpected ${what} "${name}".`,
    hint: suggestName(name, known),
  });
}
