import { parentPort } from "node:worker_threads";

import { checkText } from "../check/check.js";
import { exceptionsOf } from "../check/exceptions-of.js";
import { sentencesOf } from "../check/sentences-of.js";
import { parseNote, parsePlain } from "../compose/parse-markdown.js";
import type { Message } from "../errors.js";
import type { Exception } from "../model/lint.js";
import type { WorkerAnswer } from "./limited-worker.js";

/**
 * Worker that reads texts without facts: parses each, cuts it into sentences, and runs the rules that read words
 * alone. Only messages leave the thread. Its parent ends it when a text takes too long.
 */
export interface LintQuestion {
  readonly texts: readonly TextToLint[];
  /** Language the texts are written in, "en" or "de". */
  readonly lang: string;
}

export interface TextToLint {
  /** File the text stands in; its lines are those of the file. */
  readonly key: string;
  readonly text: string;
  /** True for Markdown outside a project, which knows no directives. */
  readonly plain: boolean;
}

export interface LintedText {
  readonly key: string;
  /** What the rules say, before any exception. */
  readonly messages: readonly Message[];
  readonly exceptions: readonly Exception[];
  /** Exceptions that are none, and why. */
  readonly faults: readonly Message[];
}

export interface LintAnswer {
  readonly linted: readonly LintedText[];
}

parentPort?.on("message", (question: LintQuestion) => {
  parentPort?.postMessage(answer(question));
});

function answer({ texts, lang }: LintQuestion): WorkerAnswer<LintAnswer> {
  try {
    return { linted: texts.map((text) => lint(text, lang)) };
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}

function lint({ key, text, plain }: TextToLint, lang: string): LintedText {
  const tree = plain ? parsePlain(text) : parseNote(text);
  const { exceptions, messages: faults } = exceptionsOf(tree, key);
  const messages = checkText({ lang, kind: null, sentences: sentencesOf(tree, key) });
  return { key, messages, exceptions, faults };
}
