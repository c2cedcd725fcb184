import type { Root } from "mdast";

import { exceptionMark, exceptionsOf, type FoundExceptions } from "./check/exceptions-of.js";
import { planTexts } from "./compose/plan-text.js";
import type { Message, Place } from "./errors.js";
import type { Assessment } from "./model/assessment.js";
import { parseNotes, type ParsedNote } from "./workers/parse-notes.js";

/*
 * The author's Markdown of an Assessment: notes, bodies of limitations, texts of the plan. Each has a key: its file,
 * or `plan:` and the key of the plan it stands under.
 */

type Places = Readonly<Record<string, Place>>;
type Texts = Pick<Assessment, "notes" | "limitations" | "documents">;

/** All of them, parsed where they can do no harm. */
export async function parseAuthorTexts(
  assessment: Texts,
  places: Places,
): Promise<{ readonly notes: ReadonlyMap<string, Root>; readonly messages: readonly Message[] }> {
  const parsed = await parseNotes(textsOf(assessment));
  return {
    notes: new Map(parsed.flatMap(({ key, tree }) => (tree === null ? [] : [[key, tree] as const]))),
    messages: parsed.flatMap((one) => leftOut(one, places)),
  };
}

/** Exceptions from lint rules in all of them. Only texts that hold the mark are parsed for it. */
export async function readExceptions(assessment: Texts, places: Places): Promise<FoundExceptions> {
  const marked = textsOf(assessment).filter(({ text }) => text.includes(exceptionMark));
  if (marked.length === 0) return { exceptions: [], messages: [] };
  // Lines are counted in the file, so a text that begins further down begins as far down.
  const placed = marked.map(({ key, text }) => ({
    key,
    text: "\n".repeat((startOf(key, places).line ?? 1) - 1) + text,
  }));
  const found = (await parseNotes(placed)).map(({ key, tree }) =>
    tree === null ? { exceptions: [], messages: [] } : exceptionsOf(tree, startOf(key, places).file),
  );
  return {
    exceptions: found.flatMap(({ exceptions }) => exceptions),
    messages: found.flatMap(({ messages }) => messages),
  };
}

function textsOf({ notes, limitations, documents }: Texts): { key: string; text: string }[] {
  const bodies = limitations.flatMap(({ path: key, body }) =>
    key === null || body === null ? [] : [{ key, text: body }],
  );
  const texts = documents.flatMap((document, index) =>
    Object.entries(planTexts(document, index)).map(([key, text]) => ({ key: `plan:${key}`, text })),
  );
  return [...notes.map(({ path: key, text }) => ({ key, text })), ...bodies, ...texts];
}

/** Where a text begins: its file, and its first line where that is known. */
function startOf(key: string, places: Places): Place {
  if (key.startsWith("plan:")) return places[key.slice("plan:".length)] ?? { file: "forthright.yaml" };
  return places[key] ?? { file: key };
}

function leftOut({ key, problem }: ParsedNote, places: Places): Message[] {
  if (problem === null) return [];
  return [
    {
      code: "E-NOTE",
      severity: "error",
      place: key.startsWith("plan:") ? startOf(key, places) : { file: key },
      text: `This text is left out: ${problem}.`,
      hint: "Make it simpler or shorter.",
    },
  ];
}
