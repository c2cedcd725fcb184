import { realpath, stat } from "node:fs/promises";

import { settle, unusedExceptions, type Suppressed } from "../check/settle.js";
import { UserError, type Message } from "../errors.js";
import { readText } from "../load/read-text.js";
import { splitFrontMatter } from "../load/split-front-matter.js";
import type { Lint } from "../model/lint.js";
import { lintTexts, type TextToLint } from "../workers/lint-texts.js";
import type { Checked } from "./checked.js";

/** Largest text taken; a handbook has less. */
const textLimitBytes = 1024 * 1024;

/**
 * Reads Markdown that belongs to no project by the rules that read words alone.
 *
 * A file that cannot be read costs a message; the others are read all the same.
 */
export async function checkTexts(files: readonly string[], lang: string): Promise<Checked> {
  const faults: Message[] = [];
  const texts: TextToLint[] = [];
  for (const file of files) {
    try {
      texts.push({ key: file, text: await wordsOf(file), plain: true });
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      faults.push(...cause.messages);
    }
  }
  const { messages, suppressed } = await settledTexts(texts, lang, null);
  return { folder: ".", messages: [...faults, ...messages], suppressed, documents: 0, texts: texts.length };
}

/**
 * Lints texts, and sets aside what their exceptions are about.
 *
 * @param lint - what the project they belong to sets aside; null for texts of none, which are asked for it themselves
 */
export async function settledTexts(
  texts: readonly TextToLint[],
  lang: string,
  lint: Lint | null,
): Promise<{ readonly messages: readonly Message[]; readonly suppressed: readonly Suppressed[] }> {
  const { linted, messages } = await lintTexts(texts, lang);
  const said: Message[] = [...messages];
  const held: Suppressed[] = [];
  for (const text of linted) {
    const own = lint ?? { severities: [], exceptions: [...text.exceptions], begins: {} };
    const settled = settle(text.messages, own);
    said.push(...settled.messages);
    held.push(...settled.suppressed);
    if (lint === null) said.push(...text.faults, ...unusedExceptions(own, settled.suppressed));
  }
  return { messages: said, suppressed: held };
}

/** The text of a file without its front matter, whose lines stay as blank ones. */
async function wordsOf(file: string): Promise<string> {
  const absolute = await realpath(file);
  const { size } = await stat(absolute);
  const text = await readText({ path: file, absolute, bytes: size }, textLimitBytes);
  const { body, bodyLine } = splitFrontMatter(text);
  return "\n".repeat(bodyLine - 1) + body;
}
