import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** What the model is for, and what it is not for. */
export const useFacts: TableKind = {
  id: "use-facts",
  summary: "intended use, users, what is out of scope, oversight",
  build: (context) => {
    const { use } = context.assessment;
    const list = (values: readonly string[] | undefined): string | undefined =>
      values === undefined ? undefined : values.join("; ");
    return factsGrid(context, "use-facts", [
      ["intended", list(use.intended)],
      ["out-of-scope", list(use.out_of_scope)],
      ["users", list(use.users)],
      ["role", use.decision_role === undefined ? undefined : context.voice.say(`role.${use.decision_role}`)],
      ["affected", use.affected],
      ["oversight", use.oversight],
    ]);
  },
};
