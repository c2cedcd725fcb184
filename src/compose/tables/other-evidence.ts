import { isBinary } from "../../model/tasks.js";
import type { Grid } from "../../model/grid.js";
import type { DocumentContext } from "../context.js";
import { evaluationTitle } from "../evaluation-title.js";
import { otherEvidence as contextsOf } from "../other-evidence.js";
import type { TableKind } from "../table-kind.js";
import { evidenceFacts } from "./evidence-facts.js";
import { matrix } from "./matrix.js";
import { measures } from "./measures.js";
import { results } from "./results.js";

/** How the evaluations that a document is not about were measured, and all that they gave: none is left untold. */
export const otherEvidence: TableKind = {
  id: "other-evidence",
  summary: "facts, measures and tables of every evaluation that the document is not about",
  build: (context) => contextsOf(context).flatMap(gridsOf),
};

function gridsOf(context: DocumentContext): Grid[] {
  const { voice, evaluation } = context;
  const kinds = isBinary(evaluation.task) ? [evidenceFacts, results] : [evidenceFacts, measures, matrix];
  const grids = kinds.flatMap((kind) => kind.build(context, {}) ?? []).filter(({ rows }) => rows.length > 0);
  return grids.map((grid) => ({
    ...grid,
    caption:
      grid.caption.length === 0
        ? voice.say("evidence.only", { evaluation: evaluationTitle(context, evaluation.id) })
        : voice.say("evidence.of-evaluation", {
            evaluation: evaluationTitle(context, evaluation.id),
            told: grid.caption,
          }),
  }));
}
