import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** Rollout and rollback in the author's words. */
export const operation: TableKind = {
  id: "operation",
  summary: "rollout and rollback",
  build: (context) => {
    const { rollout, rollback, operation_held: isHeld } = context.assessment;
    const held = isHeld ? context.voice.say("reason.held") : null;
    return factsGrid(context, "operation", [
      ["rollout", rollout ?? held],
      ["rollback", rollback ?? held],
    ]);
  },
};
