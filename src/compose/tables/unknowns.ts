import type { TableKind } from "../table-kind.js";
import { answerTo } from "../answer-to.js";
import { toldFinding } from "../told-finding.js";
import { unknownFindings } from "../unknown-findings.js";

/** What nobody has measured, as rows: an unknown is a finding, not a footnote. */
export const unknowns: TableKind = {
  id: "unknowns",
  summary: "what was not measured or not given, and what would answer it",
  build: (context) => {
    const { voice } = context;
    const found = unknownFindings(context);
    return {
      id: "unknowns",
      caption: voice.say("table.unknowns.caption", { n: found.length }),
      note: voice.say("table.unknowns.note"),
      columns: [
        { label: voice.say("table.unknowns.what"), align: "start" },
        { label: voice.say("table.unknowns.answer"), align: "start" },
      ],
      rows: found.map((finding) => ({
        cells: [{ pieces: toldFinding(context, finding) }, { pieces: answerTo(voice, finding) }],
      })),
      foot: [],
    };
  },
};
