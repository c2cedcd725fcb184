import type { Limitation } from "../../model/assessment.js";
import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";
import { areDetailsHeld, isOutside } from "../attack-details.js";
import type { DocumentContext } from "../context.js";
import { limitationTitle } from "../limitation-title.js";
import { recordFacts } from "../record-facts.js";
import { seenOfLimitation } from "../seen-of-limitation.js";
import type { TableKind } from "../table-kind.js";
import { proposedMeanwhile, unclaimedLimitations } from "../unclaimed-limitations.js";

/** Columns inside the house, and which of them others see: sizes and proposals stay inside, as in a record. */
const inside = ["seen", "affects", "size", "month", "sure", "meanwhile"] as const;
const outside = ["seen", "affects"] as const;
type Column = (typeof inside)[number];

/** What a search found and nobody has taken up: one row each, as a record would say of most fields that nobody filled it. */
export const foundLimits: TableKind = {
  id: "found-limits",
  summary: "limits that a search found and nobody has taken up yet, in the order of the register",
  build: (context) => {
    const { voice } = context;
    const records = unclaimedLimitations(context);
    if (records.length === 0) return null;
    const out = isOutside(context);
    const isTimed = records.some(({ risk }) => risk?.events?.point != null);
    const columns = out ? outside : inside.filter((column) => column !== "month" || isTimed);
    const words = { out: out ? "yes" : "no", n: records.length, cases: voice.words.case[1] };
    const labels = ["id", ...columns].map((column) => voice.say(`found-limits.${column}`, words));
    return {
      id: "found-limits",
      caption: voice.say("found-limits.caption", words),
      note: voice.say("found-limits.note", words),
      columns: labels.map((label) => ({ label, align: "start" as const })),
      rows: records.map((record) => ({
        cells: [
          { pieces: [text(record.id)] },
          ...columns.map((column): GridCell => ({ pieces: cellOf(context, record, column) })),
        ],
      })),
      foot: [],
    };
  },
};

function cellOf(context: DocumentContext, record: Limitation, column: Column): readonly Inline[] {
  if (column === "seen") return seenIn(context, record);
  if (column === "meanwhile") return proposedMeanwhile(context, record);
  return recordFacts(context, record).find(({ name }) => name === column)?.pieces ?? [];
}

/** Its sentences, which say more than its title; where an edition holds details, its title and that it does. */
function seenIn(context: DocumentContext, record: Limitation): readonly Inline[] {
  const told = seenOfLimitation(context, record);
  const sentences = told.length > 0 ? told : [limitationTitle(context, record)];
  const held = areDetailsHeld(context, record) ? [context.voice.say("record.details-held")] : [];
  return [...sentences, ...held].flatMap((sentence, index) =>
    index === 0 ? sentence : [text(" "), ...sentence],
  );
}
