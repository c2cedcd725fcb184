import type { RootContent } from "mdast";

import { failureFamilies } from "../../model/premortem-plan.js";
import { formatDate } from "../../phrasing/format-date.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import { bulletList } from "../bullet-list.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { premortemRows } from "../premortem-rows.js";

const top = 3;

const parts: Readonly<Record<string, (context: DocumentContext) => readonly RootContent[]>> = {
  scene,
  top: topThree,
  families,
  signed,
};

/** The parts of a pre-mortem that are no table: the scene, its top three, the families without a row, who signed. */
export const premortem: Directive = {
  id: "premortem",
  forms: ["leaf"],
  attributes: ["part"],
  values: { part: Object.keys(parts) },
  inNotes: false,
  build: ({ attributes }, context) => parts[attributes.part ?? "scene"]?.(context) ?? [],
};

function scene({ voice, assessment, document }: DocumentContext): readonly RootContent[] {
  return [
    paragraphOf([
      voice.say("premortem.scene", {
        horizon: visibleText(document.premortem?.horizon ?? ""),
        given: document.premortem === undefined ? "no" : "yes",
        model: visibleText(assessment.model.name),
      }),
    ]),
  ];
}

/** The three stories that come first, each with its sign. */
function topThree(context: DocumentContext): readonly RootContent[] {
  const { voice } = context;
  const items = premortemRows(context)
    .slice(0, top)
    .map(({ story, signal, threshold, window }) => [
      { type: "strong" as const, children: story },
      text(" "),
      ...voice.say("premortem.sign", {
        signal,
        threshold: threshold.length === 0 ? "" : [text(", "), ...threshold],
        window: window.length === 0 ? "" : [text(" "), ...window],
      }),
    ]);
  return bulletList(items, true);
}

/** Where failures come from and no row speaks of it: with the reason somebody gave, or as a hole. */
function families(context: DocumentContext): readonly RootContent[] {
  const { voice, document } = context;
  const covered = new Set(premortemRows(context).map(({ family }) => family));
  const missing = failureFamilies.filter((family) => !covered.has(family));
  if (missing.length === 0) return [paragraphOf([voice.say("premortem.all-families")])];
  return bulletList(
    missing.map((family) => {
      const why = document.premortem?.without?.find((one) => one.family === family)?.why;
      return voice.say("premortem.family-missing", {
        family: voice.say(`premortem.family.${family}`),
        reasoned: why === undefined ? "no" : "yes",
        why: visibleText(why ?? ""),
      });
    }),
  );
}

function signed({ voice, document }: DocumentContext): readonly RootContent[] {
  const lines = document.premortem?.signed ?? [];
  if (lines.length === 0) return [paragraphOf([voice.say("premortem.not-signed")])];
  return bulletList(
    lines.map(({ role, date }) =>
      voice.say("premortem.signed", {
        role: visibleText(role),
        dated: date === undefined ? "no" : "yes",
        day: date === undefined ? "" : formatDate(date, voice.lang),
      }),
    ),
  );
}
