import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
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
      note: voice.say("table.coverage.note"),
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
  const reason = estimateAt(context, "base-rate", slice)?.reason;
  return reason === "small-cell"
    ? fewCases(context.voice, "cases")
    : context.voice.say("reason.neighbour-of-small-cell");
}
