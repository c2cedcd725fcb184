import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { formatDate } from "../../phrasing/format-date.js";

/** The line on top of the page: what it is, about which model, for whom, to be decided by when. */
export const masthead: Directive = {
  id: "masthead",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { voice, assessment, document, materials } = context;
    const kind = materials.documents[document.kind]?.title ?? document.kind;
    const { name, version } = assessment.model;
    const by = document.decision?.by;
    const left = voice.say("masthead.left", {
      kind,
      model: name,
      version: version ?? "",
      versioned: version === undefined ? "no" : "yes",
    });
    const right = voice.say("masthead.right", {
      readers: document.readers ?? "",
      named: document.readers === undefined ? "no" : "yes",
      edition: voice.say(`audience.${voice.audience}`),
      by: by === undefined ? "" : formatDate(by, voice.lang),
      dated: by === undefined ? "no" : "yes",
    });
    return [
      {
        type: "block",
        name: "masthead",
        children: [
          { type: "paragraph", children: inlineNodes(left) },
          { type: "paragraph", children: inlineNodes(right) },
        ],
      },
    ];
  },
};
