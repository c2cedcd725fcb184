import type { Inline } from "../../model/inline.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { watchedLimitations, type Watched } from "../acceptance/missing-parts.js";
import type { DocumentContext } from "../context.js";
import { limitationTitle } from "../limitation-title.js";
import type { TableKind } from "../table-kind.js";

/** Every grave limitation with the signal that would show it, or why none can. */
export const watchedLimits: TableKind = {
  id: "watched-limits",
  summary: "every grave open limitation with the signal that would show it, or why none can",
  build: (context) => {
    const { voice, assessment } = context;
    const watched = watchedLimitations(assessment);
    const label = (name: string): readonly Inline[] => voice.say(`acceptance.watched.${name}`);
    const blind = watched.filter(({ by }) => by.length === 0).length;
    return {
      id: "watched-limits",
      caption: voice.say("acceptance.watched.caption", {
        n: formatCount(watched.length, voice.lang),
        n_n: watched.length,
        seen: formatCount(watched.length - blind, voice.lang),
        blind_n: blind,
      }),
      note: label("note"),
      columns: ["limit", "severity", "signal"].map((name) => ({
        label: label(name),
        align: name === "severity" ? ("end" as const) : ("start" as const),
      })),
      rows: watched.map((one) => ({
        cells: [
          { pieces: [text(`${one.limitation.id} `), ...limitationTitle(context, one.limitation)] },
          { pieces: [text(formatCount(one.severity, voice.lang))] },
          { pieces: signalsOf(context, one) },
        ],
      })),
      foot: [],
    };
  },
};

function signalsOf({ voice }: DocumentContext, { by, unwatched }: Watched): readonly Inline[] {
  if (by.length > 0) return [text(by.join("; "))];
  if (unwatched === null) return voice.say("acceptance.watched.nobody");
  return voice.say("acceptance.watched.not-detectable", {
    why: unwatched.why.replace(/\.$/, ""),
    instead: unwatched.instead?.replace(/\.$/, "") ?? "",
    given: unwatched.instead === undefined ? "no" : "yes",
  });
}
