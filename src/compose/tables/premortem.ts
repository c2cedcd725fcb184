import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { sentenceCase } from "../../phrasing/measure-sentence.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import { premortemRows, type PremortemRow } from "../premortem-rows.js";
import type { TableKind } from "../table-kind.js";

/** The rows of a pre-mortem: first their tripwires (`of="tripwires"`), then how each failed and what is done about it. */
export const premortem: TableKind = {
  id: "premortem",
  summary:
    "failure stories with tripwires, prevention, contingency and owners, drafted from limitations and findings",
  build: (context, { of = "rows" }) => {
    const { voice } = context;
    const rows = premortemRows(context);
    const tripwires = of === "tripwires";
    const columns = tripwires
      ? ["number", "signal", "threshold", "seen", "now"]
      : ["number", "story", "done", "owner"];
    return {
      id: `premortem-${tripwires ? "tripwires" : "rows"}`,
      caption: voice.say(`premortem.caption-${tripwires ? "tripwires" : "rows"}`, {
        n: formatCount(rows.length, voice.lang),
        n_n: rows.length,
      }),
      note: voice.say(`premortem.note-${tripwires ? "tripwires" : "rows"}`),
      columns: columns.map((name) => ({
        label: voice.say(`premortem.column-${name}`),
        align: "start" as const,
      })),
      rows: rows.map((row, index) => ({
        cells: [
          { pieces: [text(formatCount(index + 1, voice.lang))] },
          ...(tripwires ? tripwireCells(context, row) : storyCells(context, row)),
        ],
      })),
      foot: [],
    };
  },
};

/** Whether a row has a record that readers know by its id; a finding that is in no register has a working id only. */
function linkKind(link: string | null): "yes" | "finding" | "no" {
  if (link === null) return "no";
  return /^(LIM|FND)-/.test(link) ? "yes" : "finding";
}

function tripwireCells({ voice }: DocumentContext, row: PremortemRow): GridCell[] {
  const window = row.window.length === 0 ? [] : [text(" "), ...row.window];
  return [
    { pieces: sentenceCase(row.signal) },
    { pieces: [...row.threshold, ...window] },
    { pieces: row.seenBy ?? voice.say("premortem.nobody-sees") },
    { pieces: row.likelihood ?? voice.say("premortem.unknown") },
  ];
}

function storyCells({ voice }: DocumentContext, row: PremortemRow): GridCell[] {
  const told = (name: string, what: readonly Inline[] | null): readonly Inline[] =>
    voice.say(`premortem.${name}`, {
      what: what ?? voice.say(name === "harm" ? "premortem.unknown" : "premortem.open"),
    });
  const link =
    row.link === null ? [] : [text(" "), ...voice.say("premortem.link", { id: visibleText(row.link) })];
  return [
    {
      pieces: [
        { type: "strong", children: row.story },
        ...(row.mechanism === null ? [] : [text(" "), ...row.mechanism]),
        text(" "),
        ...told("harm", row.harm),
        ...(row.drafted
          ? [
              text(" "),
              ...voice.say("premortem.drafted", {
                from: visibleText(row.link ?? ""),
                linked: linkKind(row.link),
                more: formatCount(row.alike, voice.lang),
                more_n: row.alike,
              }),
            ]
          : link),
      ],
    },
    { pieces: [...told("prevention", row.prevention), text(" "), ...told("contingency", row.contingency)] },
    {
      pieces: [
        ...(row.owner ?? voice.say("premortem.owner-open")),
        ...(row.by === null ? [] : [text(", "), ...row.by]),
      ],
    },
  ];
}
