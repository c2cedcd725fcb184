import type { Inline } from "../../model/inline.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { isOutside } from "../attack-details.js";
import { limitationSize, rankedLimitations } from "../limitation-order.js";
import { limitationTitle } from "../limitation-title.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** Rows of the table. */
const most = 5;

/** The limitations that do most harm, with their size; the rest follows in the register. */
export const topLimitations: TableKind = {
  id: "top-limitations",
  summary: "the five limitations that do most harm",
  build: (context) => {
    const { voice } = context;
    const outside = isOutside(context); // Who owns it stays inside.
    const ranked = outside ? "no" : "yes"; // Harm classes stay inside, and so does what is gravest.
    const label = (phrase: string): readonly Inline[] =>
      voice.say(`table.top-limitations.${phrase}`, { ranked, cases: voice.words.case[1] });
    return {
      id: "top-limitations",
      caption: voice.say("table.top-limitations.caption", {
        ranked,
        all: formatCount(rankedLimitations(context).length, voice.lang),
        more: rankedLimitations(context).length > most ? "yes" : "no",
      }),
      note: label("note"),
      columns: [
        { label: label("id"), align: "start" },
        { label: label("limitation"), align: "start" },
        { label: label("size"), align: "end" },
        ...(outside ? [] : [{ label: label("owner"), align: "start" as const }]),
      ],
      rows: rankedLimitations(context)
        .slice(0, most)
        .map((limitation) => ({
          cells: [
            { pieces: [text(limitation.id)] },
            { pieces: limitationTitle(context, limitation) },
            { pieces: limitationSize(context, limitation) },
            ...(outside
              ? []
              : [
                  {
                    pieces:
                      limitation.owner === undefined
                        ? voice.say("table.no-owner")
                        : [text(visibleText(limitation.owner))],
                  },
                ]),
          ],
        })),
      foot: [],
    };
  },
};
