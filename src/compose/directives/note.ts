import type { Directive } from "../directive.js";
import { authorText } from "../author-text.js";

/** The author's note for a slot: one for this kind of document first, else the general one. */
export const note: Directive = {
  id: "note",
  forms: ["leaf"],
  attributes: ["slot"],
  inNotes: false,
  build: ({ attributes }, context) => {
    const { document, assessment } = context;
    const candidates = assessment.notes.filter(({ slot }) => slot === attributes.slot);
    const chosen =
      candidates.find(({ kind }) => kind === document.kind) ?? candidates.find(({ kind }) => kind === null);
    if (chosen === undefined) return [];
    return authorText(context, chosen.path, { file: chosen.path, offset: 0 });
  },
};
