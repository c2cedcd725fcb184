import { isBinary } from "../../model/tasks.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { fewCases } from "../../phrasing/few-cases.js";
import type { DocumentContext } from "../context.js";
import { estimateAt } from "../resolve.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** Values that should be covered, and whether they are. */
export const coverage: TableKind = {
  id: "coverage",
  summary: "what is in scope, and whether it was measured",
  build: (context) => {
    const { voice, assessment, evaluation } = context;
    return {
      id: "coverage",
      caption: voice.say("table.coverage.caption"),
      note: voice.say(isBinary(evaluation.task) ? "table.coverage.note" : "table.coverage.note-general", {
        needed: formatCount(
          assessment.coverage.find((cell) => cell.evaluation === evaluation.id)?.needed ?? 0,
          voice.lang,
        ),
      }),
      columns: ["column", "value", "n", "state"].map((name) => ({
        label: voice.say(`table.coverage.${name}`, { cases: voice.words.case[1] }),
        align: name === "n" ? ("end" as const) : ("start" as const),
      })),
      rows: assessment.coverage
        .filter((cell) => cell.evaluation === evaluation.id)
        .map((cell) => ({
          cells: [
            { pieces: [text(visibleText(cell.column_name ?? cell.column.replaceAll("_", " ")))] },
            { pieces: [text(visibleText(cell.name ?? cell.value))] },
            {
              pieces:
                cell.n === null
                  ? withheld(context, cell.slice)
                  : [counted(voice, `slice:${cell.slice}`, "n", cell.n)],
            },
            { pieces: voice.say(`table.coverage.${cell.state}`) },
          ],
        })),
      foot: [],
    };
  },
};

/** Why an edition may not show how many cases a group has: it is small, or it would tell of a small one. */
function withheld(context: DocumentContext, slice: string): readonly Inline[] {
  const { estimates } = context.assessment;
  const small = estimates.some(
    (estimate) =>
      estimate.evaluation === context.evaluation.id &&
      estimate.slice === slice &&
      estimate.reason === "small-cell",
  );
  const base = estimateAt(context, "base-rate", slice)?.reason;
  return base === "small-cell" || (base === undefined && small)
    ? fewCases(context.voice, "cases")
    : context.voice.say("reason.neighbour-of-small-cell");
}
