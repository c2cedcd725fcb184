import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** Rollout and rollback in the author's words. */
export const operation: TableKind = {
  id: "operation",
  summary: "rollout and rollback",
  build: (context) =>
    factsGrid(context, "operation", [
      ["rollout", context.assessment.rollout],
      ["rollback", context.assessment.rollback],
    ]),
};
