import { text } from "../../phrasing/inline.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** What is watched in production, from which value on, and who is told. */
export const monitoring: TableKind = {
  id: "monitoring",
  summary: "signals watched in production, with threshold and owner",
  build: ({ voice, assessment }) => ({
    id: "monitoring",
    caption: voice.say("table.monitoring.caption"),
    note: [],
    columns: ["signal", "threshold", "cadence", "owner"].map((name) => ({
      label: voice.say(`table.monitoring.${name}`),
      align: "start" as const,
    })),
    rows: assessment.monitoring.map(({ signal, threshold, cadence, owner }) => ({
      cells: [signal, threshold, cadence ?? "", owner].map((value) => ({
        pieces: value === "" ? voice.say("table.not-given") : [text(visibleText(value))],
      })),
    })),
    foot: [],
  }),
};
