import { counted } from "../../phrasing/counted.js";
import { text } from "../../phrasing/inline.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** Values that should be covered, and whether they are. */
export const coverage: TableKind = {
  id: "coverage",
  summary: "what is in scope, and whether it was measured",
  build: ({ voice, assessment, evaluation }) => ({
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
                ? voice.say("rate.few-cases")
                : [counted(voice, `slice:${cell.slice}`, "n", cell.n)],
          },
          { pieces: voice.say(`table.coverage.${cell.state}`) },
        ],
      })),
    foot: [],
  }),
};
