import type { Root } from "mdast";

import { createWorker } from "./limited-worker.js";
import type { NoteQuestion, NoteTree } from "./note-parser.js";
import { tooMuch } from "./too-much.js";

export interface NoteSource {
  /** Path of the file, or the plan key the text stands under. */
  readonly key: string;
  readonly text: string;
}

/** A parsed note, or why there is none. */
export interface ParsedNote {
  readonly key: string;
  readonly tree: Root | null;
  readonly problem: string | null;
}

/** One thread for all texts of a run: parsing leaves nothing behind, and a thread that had to be ended is replaced. */
const worker = createWorker<NoteQuestion, NoteTree>("dist/note-parser.js", { seconds: 120, megabytes: 256 });

/**
 * Parses the author's Markdown in a worker, one text after the other, each with a limit on memory.
 *
 * A text that would take for ever is dropped with a reason; the others are parsed all the same.
 *
 * @throws UserError when a text hangs its reader all the same
 */
export async function parseNotes(sources: readonly NoteSource[]): Promise<readonly ParsedNote[]> {
  const parsed: ParsedNote[] = [];
  for (const { key, text } of sources) {
    const problem = tooMuch(text);
    if (problem !== null) {
      parsed.push({ key, tree: null, problem });
      continue;
    }
    const answer = await worker.ask({ text }, key);
    if ("error" in answer) parsed.push({ key, tree: null, problem: answer.error });
    else parsed.push({ key, tree: answer.tree as Root, problem: null });
  }
  return parsed;
}
