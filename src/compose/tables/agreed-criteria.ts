import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";
import { criterionSentences, criterionTitle } from "../acceptance/criterion-sentences.js";
import { releaseFacts } from "../acceptance/release-facts.js";
import type { TableKind } from "../table-kind.js";

/** Every criterion in sentences: what was agreed, on what it was judged, what was seen, what follows, whose it is. */
export const agreedCriteria: TableKind = {
  id: "agreed-criteria",
  summary: "every criterion in full sentences with its owner",
  build: (context) => {
    const { voice, assessment } = context;
    const label = (name: string): readonly Inline[] => voice.say(`acceptance.criteria.${name}`);
    return {
      id: "agreed-criteria",
      caption: label("caption"),
      note: label("note"),
      columns: ["criterion", "told"].map((name) => ({ label: label(name), align: "start" as const })),
      rows: releaseFacts(context).agreed.map((agreed, index, all) => {
        const { owner, importance } = agreed.rows[0].criterion;
        const sentences = criterionSentences(voice, agreed, assessment, all[index - 1]);
        return {
          cells: [
            {
              pieces: [
                { type: "strong", children: criterionTitle(voice, agreed) },
                text(" "),
                ...voice.say("acceptance.criteria.owned", {
                  importance: voice.say(`acceptance.importance.${importance}`),
                  owned: owner === null ? "no" : "yes",
                  owner: owner ?? "",
                }),
              ],
            },
            {
              pieces: sentences.flatMap((sentence, index) => [
                ...(index === 0 ? [] : [text(" ")]),
                ...sentence,
              ]),
            },
          ],
        };
      }),
      foot: [],
    };
  },
};
