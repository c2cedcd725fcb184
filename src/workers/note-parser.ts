import { parentPort } from "node:worker_threads";

import { parseNote } from "../compose/parse-markdown.js";

/** Worker that parses one note at a time; its parent ends it when a note takes too long. */
export interface NoteQuestion {
  readonly text: string;
}

export type NoteAnswer = { readonly tree: unknown } | { readonly error: string };

parentPort?.on("message", ({ text }: NoteQuestion) => {
  parentPort?.postMessage(answer(text));
});

function answer(text: string): NoteAnswer {
  try {
    return { tree: parseNote(text) };
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}
