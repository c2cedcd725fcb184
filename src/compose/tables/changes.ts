import type { Limitation } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import type { RegisterChange } from "../../model/register-change.js";
import { counted } from "../../phrasing/counted.js";
import { formatDate } from "../../phrasing/format-date.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import { limitationTitle } from "../limitation-title.js";
import type { TableKind } from "../table-kind.js";

/** What changed since the last portfolio: limits that came and went, and the history that their records tell. */
export const changes: TableKind = {
  id: "changes",
  summary: "what changed in the register since the last portfolio",
  build: (context) => {
    const { voice, assessment, index } = context;
    const log = assessment.changes.find(({ document }) => document === index);
    const since = log?.since ?? null;
    const history = assessment.limitations.flatMap((record) => historyOf(context, record, since));
    if (log === undefined && history.length === 0) return null;
    const found = (log?.rows ?? []).map((row): GridRow => ({
      cells: [
        { pieces: [text(row.id)] },
        { pieces: titleOf(context, row) },
        { pieces: changeOf(context, row) },
      ],
    }));
    return {
      id: "changes",
      caption: voice.say("change.caption", {
        kind: log === undefined ? "history" : found.length + history.length === 0 ? "none" : "changes",
        dated: since === null ? "no" : "yes",
        since: since === null ? "" : formatDate(since, voice.lang),
      }),
      note:
        log === undefined
          ? []
          : voice.say("change.gaps", {
              before: counted(voice, `changes:${index}`, "value", log.gaps.before),
              after: counted(voice, `changes:${index}`, "value", log.gaps.after),
            }),
      columns: ["id", "limit", "change"].map((name) => ({
        label: voice.say(`change.column-${name}`),
        align: "start" as const,
      })),
      rows: [...found, ...history.sort((a, b) => (a.date < b.date ? 1 : -1)).map(({ row }) => row)],
      foot: [],
    };
  },
};

/** The entries of a record's own history after a day, or all of them. */
function historyOf(
  context: DocumentContext,
  record: Limitation,
  since: string | null,
): { readonly date: string; readonly row: GridRow }[] {
  return (record.history ?? [])
    .filter(({ date }) => since === null || date > since)
    .map(({ date, change }) => ({
      date,
      row: {
        cells: [
          { pieces: [text(record.id)] },
          { pieces: limitationTitle(context, record) },
          { pieces: [text(`${formatDate(date, context.voice.lang)}: ${visibleText(change)}`)] },
        ],
      },
    }));
}

/** The title of the record as it stands in this register, else as it was remembered. */
function titleOf(context: DocumentContext, { id, title, origin }: RegisterChange): readonly Inline[] {
  const record = context.assessment.limitations.find((one) => one.id === id);
  if (record !== undefined) return limitationTitle(context, record);
  return origin === "declared" ? [text(visibleText(title))] : context.voice.say("change.found-before");
}

function changeOf(
  { voice }: DocumentContext,
  { id, change, status, rate }: RegisterChange,
): readonly Inline[] {
  const told = voice.say(`change.is-${change}`, { status: voice.say(`record.is-${status}`) });
  if (rate === null) return told;
  const number = (part: "before" | "after", side: "x" | "n"): Inline =>
    counted(voice, `limitation:${id}`, side === "x" ? "numerator" : "denominator", rate[part][side]);
  const numbers = {
    before: number("before", "x"),
    before_n: number("before", "n"),
    after: number("after", "x"),
    after_n: number("after", "n"),
  };
  return [...told, ...voice.say("change.rate", numbers)];
}
