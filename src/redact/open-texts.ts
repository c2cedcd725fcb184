import type { Root } from "mdast";

import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { hasOnlyMark, onlyFor, onlyForLine, type OnlyMistake } from "./only-for.js";

/** The author's texts as one edition may know them. */
export interface OpenTexts {
  readonly notes: ReadonlyMap<string, Root>;
  /** Marks that could not be read, by the key of their text. */
  readonly mistakes: readonly (OnlyMistake & { readonly key: string })[];
}

/** Parsed notes, bodies of limitations and texts of the plan, without the sentences that are above the edition. */
export function openTexts(notes: ReadonlyMap<string, Root>, audience: Audience): OpenTexts {
  const opened = [...notes].map(([key, tree]) => ({ key, ...onlyFor(tree, audience) }));
  return {
    notes: new Map(opened.map(({ key, text }) => [key, text])),
    mistakes: opened.flatMap(({ key, mistakes }) => mistakes.map((mistake) => ({ key, ...mistake }))),
  };
}

/** Parts of an Assessment that hold numbers and names of the data, and no sentence of an author. */
const counted: readonly string[] = ["slices", "estimates", "distributions", "tables", "coverage", "sources"];

/**
 * An Assessment whose strings hold no sentence above the edition. Markdown that is kept as it was written, notes and
 * bodies, loses its letters as soon as it holds a mark: the parsed text is what pages are made from.
 */
export function withOpenStrings(assessment: Assessment, audience: Audience): Assessment {
  const whole = (text: string): string => (audience !== "internal" && hasOnlyMark(text) ? "" : text);
  const { notes, limitations, ...others } = assessment;
  const told = Object.fromEntries(
    Object.entries(others).map(([key, value]) => [
      key,
      counted.includes(key) ? value : openStrings(value, audience),
    ]),
  ) as typeof others;
  return {
    ...told,
    notes: notes.map((note) => ({ ...note, text: whole(note.text) })),
    limitations: limitations.map(({ body, ...record }) => ({
      ...(openStrings(record, audience) as typeof record),
      body: body === null ? null : whole(body),
    })),
  };
}

function openStrings(value: unknown, audience: Audience): unknown {
  if (typeof value === "string") return onlyForLine(value, audience);
  if (Array.isArray(value)) return value.map((inner) => openStrings(inner, audience));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, openStrings(inner, audience)]));
}
