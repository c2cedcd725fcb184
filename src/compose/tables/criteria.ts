import type { GridCell } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import {
  criterionName,
  limitPieces,
  neededPieces,
  seenPieces,
  toldCriteria,
  verdictPieces,
  type ToldCriterion,
} from "../../phrasing/criterion-words.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { Voice } from "../../phrasing/voice.js";
import { agreedCriteria } from "../acceptance/release-facts.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";

/** What was agreed, what was seen, the bound that decides, and whose it is: of all evidence, for a release needs it all. */
export const criteria: TableKind = {
  id: "criteria",
  summary: "acceptance criteria with verdict, reason and owner",
  build: ({ voice, assessment, estimate }) => {
    const all = toldCriteria(assessment, estimate);
    const agreed = agreedCriteria(all);
    const passed = agreed.filter(({ verdict }) => verdict === "pass").length;
    const label = (phrase: string): readonly Inline[] => voice.say(`table.criteria.${phrase}`);
    const owned = all.some(({ criterion }) => criterion.owner !== null);
    const columns = ["criterion", "needed", "seen", "bound", "verdict", ...(owned ? ["owner"] : [])];
    return {
      id: "criteria",
      caption: voice.say("table.criteria.caption", {
        passed: formatCount(passed, voice.lang),
        passed_n: passed,
        all: formatCount(agreed.length, voice.lang),
        all_n: agreed.length,
      }),
      note: voice.say("table.criteria.note", { grouped: agreed.length < all.length ? "yes" : "no" }),
      columns: columns.map((name) => ({
        label: label(name),
        align:
          name === "needed" || name === "seen" || name === "bound" ? ("end" as const) : ("start" as const),
      })),
      rows: all.map((told) => ({
        cells: [...cellsOf(voice, told), ...(owned ? [ownerCell(voice, told)] : [])],
      })),
      foot: [],
    };
  },
};

function cellsOf(voice: Voice, told: ToldCriterion): GridCell[] {
  const { criterion, group } = told;
  const where: readonly Inline[] = group === null ? [] : [text(", "), ...casesOf(voice, group)];
  return [
    { pieces: [text(`${visibleText(criterion.of)} `), ...criterionName(voice, told), ...where] },
    { pieces: neededPieces(voice, told) },
    { pieces: seenPieces(voice, told) },
    { pieces: limitPieces(voice, told) },
    {
      pieces: verdictPieces(voice, told),
      ...(criterion.verdict === "fail" ? { tone: "wrong" as const } : {}),
    },
  ];
}

function ownerCell(voice: Voice, { criterion: { owner } }: ToldCriterion): GridCell {
  return { pieces: owner === null ? voice.say("table.no-owner") : [text(visibleText(owner))] };
}
