import { lstat, readFile, realpath } from "node:fs/promises";
import path from "node:path";

import type { Message } from "../errors.js";
import { writeOutputs } from "../export/write-outputs.js";
import type { Checked } from "./checked.js";
import { mendText } from "./mend-text.js";

/** What `--fix` did. */
export interface Fixed {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Id of the rule. */
  readonly code: string;
  readonly was: string;
  readonly text: string;
}

/** Mends made in one round, and messages whose mend cannot be made as it stands. */
export interface FixRound {
  readonly fixed: readonly Fixed[];
  readonly left: readonly Message[];
}

/** Makes the mends that messages offer, file by file; each file is written whole, aside and then renamed. */
export async function applyFixes(checked: readonly Checked[]): Promise<FixRound> {
  const fixed: Fixed[] = [];
  const left: Message[] = [];
  for (const { folder, messages } of checked) {
    for (const [file, own] of byFile(messages)) {
      const round = await mendFile(folder, file, own);
      fixed.push(...round.fixed);
      left.push(...round.left);
    }
  }
  return { fixed, left };
}

/** Messages with a mend by the file they mend; the same one told of two documents counts once. */
function byFile(messages: readonly Message[]): Map<string, Message[]> {
  const files = new Map<string, Message[]>();
  const seen = new Set<string>();
  for (const message of messages) {
    if (message.fix === undefined) continue;
    const key = JSON.stringify(message.fix);
    if (seen.has(key)) continue;
    seen.add(key);
    const { file } = message.fix.start;
    files.set(file, [...(files.get(file) ?? []), message]);
  }
  return files;
}

async function mendFile(folder: string, file: string, messages: readonly Message[]): Promise<FixRound> {
  const target = path.resolve(folder, file);
  const named = path.join(folder, file).split(path.sep).join("/");
  const stat = await lstat(target).catch(() => null);
  // A link is left: what it leads to may be shared with others.
  if (stat?.isFile() !== true) return { fixed: [], left: messages };
  const text = textOf(await readFile(target));
  const mended = text === null ? null : mendText(text, messages, /\.ya?ml$/.test(file));
  if (mended === null || mended.made.length === 0) return { fixed: [], left: messages };
  const place = await realpath(path.dirname(target));
  await writeOutputs(place, [{ path: path.basename(target), bytes: mended.text, mode: stat.mode & 0o777 }]);
  const fixed = mended.made.flatMap(({ code, fix }): Fixed[] =>
    fix === undefined
      ? []
      : [
          {
            file: named,
            line: fix.start.line ?? null,
            column: fix.start.column ?? null,
            code,
            was: fix.was,
            text: fix.text,
          },
        ],
  );
  return { fixed, left: mended.left };
}

/** The text of a file with its byte order mark and line ends as they are; null where it is none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
