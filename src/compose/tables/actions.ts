import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { planLine } from "../plan-text.js";
import { toInline } from "../to-inline.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** Who does what by when. */
export const actions: TableKind = {
  id: "actions",
  summary: "who does what by when",
  build: (context) => {
    const { voice, document, index } = context;
    const label = (phrase: string): readonly Inline[] => voice.say(`table.actions.${phrase}`);
    const own = document.actions ?? [];
    const undone = own.some(({ reversible }) => reversible !== undefined);
    const told = (value: string | undefined): readonly Inline[] =>
      value === undefined ? voice.say("table.not-given") : [text(visibleText(value))];
    return {
      // Three columns need their heads.
      id: undone ? "actions-undo" : "actions",
      caption: label("caption"),
      note: [],
      columns: [
        { label: label("do"), align: "start" },
        ...(undone ? [{ label: label("reversible"), align: "start" as const }] : []),
        { label: label("by"), align: "end" },
      ],
      rows: own.map(({ owner, by, reversible, done }, place) => ({
        cells: [
          {
            place: { file: "forthright.yaml" },
            pieces: [
              { type: "strong", children: [text(visibleText(owner))] },
              text(" "),
              ...toInline(planLine(context, `documents.${index}.actions.${place}.do`)),
            ],
          },
          ...(undone ? [{ pieces: told(reversible) }] : []),
          {
            pieces:
              done !== undefined
                ? voice.say("table.actions.done", { day: formatDate(done, voice.lang) })
                : [text(/^\d{4}-\d{2}-\d{2}$/.test(by) ? formatDate(by, voice.lang) : visibleText(by))],
          },
        ],
      })),
      foot: [],
    };
  },
};
