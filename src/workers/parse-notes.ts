import { Worker } from "node:worker_threads";
import type { Root } from "mdast";

import { packageFile } from "../package-file.js";
import type { NoteAnswer } from "./note-parser.js";

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

const timeLimitMs = 5_000;
const memoryLimitMb = 256;
const deepestNesting = 100;

/**
 * Parses the author's Markdown in a worker, one text after the other, each with a limit on time and memory.
 *
 * A text that takes too long is dropped with a reason; the others are parsed all the same.
 */
export async function parseNotes(sources: readonly NoteSource[]): Promise<readonly ParsedNote[]> {
  const parsed: ParsedNote[] = [];
  let worker: Worker | null = null;
  try {
    for (const { key, text } of sources) {
      if (nesting(text) > deepestNesting) {
        parsed.push({ key, tree: null, problem: `it nests deeper than ${deepestNesting} levels` });
        continue;
      }
      worker ??= startWorker();
      const answer = await ask(worker, text);
      if ("tree" in answer) {
        parsed.push({ key, tree: answer.tree as Root, problem: null });
        continue;
      }
      parsed.push({ key, tree: null, problem: answer.error });
      await worker.terminate(); // It may still be busy, or out of memory: the next note gets a fresh one.
      worker = null;
    }
  } finally {
    await worker?.terminate();
  }
  return parsed;
}

function startWorker(): Worker {
  return new Worker(packageFile("dist/note-parser.js"), {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    env: {},
  });
}

async function ask(worker: Worker, text: string): Promise<NoteAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: NoteAnswer): void => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", fail).off("exit", stop);
      resolve(answer);
    };
    const fail = (cause: Error): void => {
      // Node names the limit in the error's code, not in its words.
      const memory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ error: memory ? `it needed more than ${memoryLimitMb} MB` : cause.message });
    };
    const stop = (): void => settle({ error: "its reader stopped" });
    const timer = setTimeout(
      () => settle({ error: `it took longer than ${timeLimitMs / 1_000} seconds to read` }),
      timeLimitMs,
    );
    worker.on("message", settle).on("error", fail).on("exit", stop);
    worker.postMessage({ text });
  });
}

/** Deepest run of openers on one line: quotes, list marks, brackets. A stack of thousands would overflow. */
function nesting(text: string): number {
  let deepest = 0;
  for (const line of text.split("\n")) {
    const opened = /^(?:\s*(?:>|[-*+]|\d+[.)])\s?)+/.exec(line)?.[0].match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    let brackets = 0;
    for (const letter of line) {
      if (letter === "[" || letter === "(") brackets += 1;
      else if (letter === "]" || letter === ")") brackets = Math.max(0, brackets - 1);
      deepest = Math.max(deepest, brackets);
    }
    deepest = Math.max(deepest, opened);
  }
  return deepest;
}
