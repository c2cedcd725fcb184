import type { EvaluationPlan } from "../../model/plan.js";
import type { EvidenceSource } from "../../model/project.js";
import type { Ask, ColumnUse, GroupAnswer, GroupQuery } from "../query/count-query.js";
import { numbersOf } from "../query/read-keys.js";

/** Column of row ids, where the plan names one. */
export function idColumns({ row_id: name }: Pick<EvaluationPlan, "row_id">): ColumnUse[] {
  return name === undefined ? [] : [{ name, as: "text", range: null }];
}

/** What tells how many rows bear an id another row bears: how many ids there are, and how many rows have none. */
export function idGroups({ row_id: name }: Pick<EvaluationPlan, "row_id">): GroupQuery[] {
  if (name === undefined) return [];
  return [{ keys: {}, distinct: { ids: name } }, { keys: { isBlank: { key: "blank", column: name } } }];
}

/** Rows whose id another row bears too, from the answers to `idGroups`; null where the plan names no id. */
export function duplicatesIn([ids, blank]: readonly (GroupAnswer | undefined)[]): number | null {
  if (ids === undefined || blank === undefined) return null;
  const isBlank = numbersOf(blank, "isBlank");
  const filled = blank.n.reduce((sum, n, row) => sum + (isBlank?.[row] === 1 ? 0 : n), 0);
  return filled - (ids.distinct.ids ?? 0);
}

/** The same as a question of its own. */
export async function duplicatesOf(
  { evaluation, source }: { readonly evaluation: EvaluationPlan; readonly source: EvidenceSource },
  ask: Ask,
): Promise<number | null> {
  const groups = idGroups(evaluation);
  if (groups.length === 0) return null;
  return duplicatesIn((await ask({ source, columns: idColumns(evaluation), groups })).groups);
}
