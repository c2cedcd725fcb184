import type { Root } from "mdast";

import { exceptionMark, exceptionsOf } from "./check/exceptions-of.js";
import { planTexts } from "./compose/plan-text.js";
import type { Message, Place } from "./errors.js";
import type { Assessment } from "./model/assessment.js";
import { parseNotes, type NoteSource, type ParsedNote } from "./workers/parse-notes.js";

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
export async function readExceptions(
  assessment: Texts,
  places: Places,
): Promise<Pick<Assessment["lint"], "exceptions" | "begins"> & { readonly messages: readonly Message[] }> {
  const marked = textsOf(assessment).filter(({ text }) => text.includes(exceptionMark));
  if (marked.length === 0) return { exceptions: [], begins: {}, messages: [] };
  const parsed = await parseNotes(
    marked.map(({ key, text }) => ({ key, text: placed(text, startOf(key, places)) })),
  );
  const found = parsed.map(({ key, tree }) =>
    tree === null ? { exceptions: [], messages: [] } : exceptionsOf(tree, startOf(key, places).file),
  );
  const lines = marked.map(({ key }) => [planKey(key) ?? key, startOf(key, places).line ?? 1] as const);
  return {
    exceptions: found.flatMap(({ exceptions }) => exceptions),
    begins: Object.fromEntries(lines.filter(([, line]) => line > 1)),
    messages: found.flatMap(({ messages }) => messages),
  };
}

/** Texts that none of these documents shows, with blank lines before those that begin further down in their file. */
export function unshownTexts(
  assessment: Texts,
  documents: readonly { readonly shown: readonly string[] }[],
  places: Places,
): readonly NoteSource[] {
  const shown = new Set(documents.flatMap((document) => document.shown));
  return textsOf(assessment)
    .filter(({ key, text }) => planKey(key) === null && !shown.has(key) && text.trim() !== "")
    .map(({ key, text }) => ({ key, text: placed(text, startOf(key, places)) }));
}

/** Where texts with exceptions begin, for an Assessment that was saved: lines are then known for no other text. */
export function placesOfExceptions({ lint, limitations }: Pick<Assessment, "lint" | "limitations">): Places {
  const files = new Set(limitations.map(({ path }) => path));
  const entries = Object.entries(lint.begins).map(([key, line]): [string, Place] => [
    key,
    { file: files.has(key) ? key : "forthright.yaml", line },
  ]);
  return Object.fromEntries(entries);
}

/** Lines are counted in the file: a text that begins further down begins as far down. */
function placed(text: string, { line = 1 }: Place): string {
  return "\n".repeat(line - 1) + text;
}

function textsOf({ notes, limitations, documents }: Texts): NoteSource[] {
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
  const plan = planKey(key);
  return plan === null ? (places[key] ?? { file: key }) : (places[plan] ?? { file: "forthright.yaml" });
}

/** The key of the plan a text stands under; null for a text that is a file. */
function planKey(key: string): string | null {
  return key.startsWith("plan:") ? key.slice("plan:".length) : null;
}

/** A mark for some readers only that could not be read: more was left out rather than less. */
export function markMessages(
  mistakes: readonly { readonly key: string; readonly line: number | null; readonly mistake: string }[],
  places: Places,
): Message[] {
  return mistakes.map(({ key, line, mistake }) => {
    const start = startOf(key, places);
    const at = line === null || start.line === undefined ? {} : { line: start.line + line - 1 };
    return {
      code: "only-mark",
      severity: "error",
      place: { ...start, ...at },
      text:
        mistake === "audience"
          ? "Unexpected mark for some readers without one of the audiences; what it holds is left out everywhere."
          : "Unexpected mark for some readers that cannot be read; its paragraph is left out everywhere.",
      hint: 'Write :only[the words]{audience="auditor"}, or :::only{audience="auditor"} and ::: around paragraphs.',
    };
  });
}

function leftOut({ key, problem }: ParsedNote, places: Places): Message[] {
  if (problem === null) return [];
  return [
    {
      code: "E-NOTE",
      severity: "error",
      place: planKey(key) === null ? { file: key } : startOf(key, places),
      text: `This text is left out: ${problem}.`,
      hint: "Make it simpler or shorter.",
    },
  ];
}
