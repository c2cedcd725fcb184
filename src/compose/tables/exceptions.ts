import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import type { TableKind } from "../table-kind.js";

/** The audit trail of the words: which lint rules were set aside, where, and why. For those who check the work. */
export const exceptions: TableKind = {
  id: "exceptions",
  summary: "lint rules set aside in this project, with place and reason",
  build: ({ voice, assessment }) => {
    if (voice.audience !== "internal" && voice.audience !== "auditor") return [];
    const { severities, exceptions: inTexts } = assessment.lint;
    const placed = (file: string, line: number | null): string => (line === null ? file : `${file}:${line}`);
    return {
      id: "exceptions",
      caption: voice.say("exception.caption"),
      note: voice.say("exception.note"),
      columns: ["rule", "change", "place", "reason"].map((name) => ({
        label: voice.say(`exception.${name}`),
        align: "start" as const,
      })),
      rows: [
        ...severities.map(({ rule, severity, reason, line }) =>
          rowOf(rule, voice.say(`exception.severity-${severity}`), placed("forthright.yaml", line), reason),
        ),
        ...inTexts.map(({ rule, reason, file, line }) =>
          rowOf(rule, voice.say("exception.held"), placed(file, line), reason),
        ),
      ],
      foot: [],
    };
  },
};

function rowOf(rule: string, change: readonly Inline[], place: string, reason: string): GridRow {
  const cell = (words: string) => ({ pieces: [text(visibleText(words))] });
  return { cells: [cell(rule), { pieces: change }, cell(place), cell(reason)] };
}
