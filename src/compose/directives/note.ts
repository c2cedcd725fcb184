import type { Directive } from "../directive.js";
import { cleanNote } from "../clean-note.js";

/** The author's note for a slot: one for this kind of document first, else the general one. */
export const note: Directive = {
  id: "note",
  forms: ["leaf"],
  attributes: ["slot"],
  inNotes: false,
  build: ({ attributes }, context) => {
    const { document, assessment, notes } = context;
    const candidates = assessment.notes.filter(({ slot }) => slot === attributes.slot);
    const chosen =
      candidates.find(({ kind }) => kind === document.kind) ?? candidates.find(({ kind }) => kind === null);
    const tree = chosen === undefined ? undefined : notes.get(chosen.path);
    if (chosen === undefined || tree === undefined) return [];
    const source = { file: chosen.path, offset: 0, trusted: false };
    return context.expand(cleanNote(tree, chosen.path, context.report), source);
  },
};
