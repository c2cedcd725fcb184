import type { CheckedDocument, CheckedSentence } from "./checked-document.js";

/** Kinds that are one page as a whole. */
const onePage = new Set(["briefing", "incident-brief", "single-case", "case-note", "lenses", "three-lenses"]);

/**
 * What a reader in a hurry reads: all of a one-page document; of a longer one what stands before its first section,
 * title and summary. Tables, the stamp and the masthead count for neither.
 */
export function pageOne({ kind, sentences }: CheckedDocument): readonly CheckedSentence[] {
  const prose = sentences.filter(({ annex }) => !annex);
  if (onePage.has(kind)) return prose;
  const [title, section] = [
    ...new Set(prose.filter(({ where }) => where === "heading").map(({ paragraph }) => paragraph)),
  ];
  if (title === undefined || section === undefined) return prose;
  return prose.filter(({ paragraph }) => paragraph < section);
}
