import { parentPort } from "node:worker_threads";

import { parseNote } from "../compose/parse-markdown.js";
import type { WorkerAnswer } from "./limited-worker.js";

/** Worker that parses one note at a time; its parent ends it when a note takes too long. */
export interface NoteQuestion {
  readonly text: string;
}

export interface NoteTree {
  readonly tree: unknown;
}

parentPort?.on("message", ({ text }: NoteQuestion) => {
  parentPort?.postMessage(answer(text));
});

function answer(text: string): WorkerAnswer<NoteTree> {
  try {
    return { tree: parseNote(text) };
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}
