import { plainText } from "../../phrasing/inline.js";
import { basisAnchor, basisEstimates } from "../basis-link.js";
import type { Directive } from "../directive.js";
import { ledgerRow } from "../ledger-row.js";

/**
 * The foot of the pyramid: what each number at the top rests on, counts, range, method and source, one row for each.
 * Folded on the screen and left out of the print, where the model card is beside it.
 */
export const basis: Directive = {
  id: "basis",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { voice } = context;
    const estimates = basisEstimates(context);
    if (estimates.length === 0) return [];
    const names = ["id", "statement", "counted", "value", "range", "method", "source"];
    return [
      {
        type: "block",
        name: "annex",
        label: plainText(voice.say("basis.title")),
        children: [
          {
            type: "grid",
            grid: {
              id: "basis",
              caption: [],
              note: voice.say("table.ledger.note"),
              columns: names.map((name) => ({
                label: voice.say(`table.ledger.${name}`),
                align: ["counted", "value", "range"].includes(name) ? ("end" as const) : ("start" as const),
              })),
              rows: estimates.map((estimate, place) => ({
                ...ledgerRow(context, estimate, place, true),
                anchor: basisAnchor(place),
              })),
              foot: [],
            },
          },
        ],
      },
    ];
  },
};
