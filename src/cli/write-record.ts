import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";

import { formatMessage, type Message } from "../errors.js";
import { buildId, namesOf, recordPath, type BuildRecord, type SeenFile } from "./nothing-changed.js";

interface Seen {
  readonly inputs: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  /** Tables on servers that were read. */
  readonly tables: ReadonlySet<string>;
  /** Folders read as a whole: every file below them is an input. */
  readonly folders: ReadonlySet<string>;
}

/** Remembers what a build saw and said, so that the same build of the same files is answered at once. */
export function writeRecord(
  seen: Seen,
  { exitCode, messages }: { exitCode: number; messages: readonly Message[] },
): Promise<void> {
  // Whether a table has changed is known only by counting it again.
  if (seen.tables.size > 0) return Promise.resolve();
  const folders = [...seen.folders].flatMap(foldersBelow);
  const files = folders.flatMap((folder) => filesIn(folder));
  const record: BuildRecord = {
    buildId: buildId(),
    inputs: [...new Set([...seen.inputs, ...files])].map(look),
    folders: folders.map((folder) => ({ path: folder, names: namesOf(folder) })),
    outputs: [...seen.outputs].map(look),
    exitCode,
    text: `${said(messages)}Nothing has changed since the last build.\n`,
    errors: said(messages.filter(({ severity }) => severity === "error")),
  };
  // What was written after we began may have been read before, or may not.
  if (record.inputs.some(({ mtimeMs }) => mtimeMs >= performance.timeOrigin)) return Promise.resolve();
  const target = recordPath(process.argv.slice(2), process.cwd());
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, JSON.stringify(record));
  renameSync(`${target}.${process.pid}`, target);
  return Promise.resolve();
}

function said(messages: readonly Message[]): string {
  return messages.map((message) => `${formatMessage(message)}\n`).join("");
}

function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return [folder]; // Its appearance is a change, too.
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.flatMap((entry) => foldersBelow(path.join(folder, entry.name)))];
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(folder, entry.name));
}

function look(file: string): SeenFile {
  const stat = statSync(file);
  return {
    path: file,
    size: stat.size,
    mtimeMs: stat.mtimeMs,
    inode: stat.ino,
    sha256: createHash("sha256").update(readFileSync(file)).digest("hex"),
  };
}
