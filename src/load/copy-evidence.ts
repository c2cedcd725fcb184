import { createHash } from "node:crypto";
import { open, rename } from "node:fs/promises";
import path from "node:path";

import { UserError } from "../errors.js";
import { onDisk } from "../on-disk.js";
import type { EvidenceFile } from "../model/project.js";
import { filesOfPattern } from "./files-of-pattern.js";
import { findProjectFile, openProjectFile, type ProjectFile } from "./project-file.js";
import { guessDelimiter, readHeader } from "./read-header.js";
import { decodeText } from "./read-text.js";
import { createTextCheck, linesIn } from "./text-check.js";

const chunkBytes = 1 << 20;
const headerLimitBytes = 256 * 1024;
/** Beyond these nobody asks how many lines a file has. */
const manyLines = 1_000_000;

/**
 * Copies an evidence file to a private folder under the name of its digest, and checks what can be seen in
 * the bytes: empty, header only, UTF-16, NUL bytes, other letters than UTF-8. Line ends of a text become
 * line feeds in the copy; the digest is of the author's bytes.
 *
 * Everything that is counted later is counted from the copy, so a file that changes meanwhile cannot mix
 * two states; `checkUnchanged` says at the end whether it did.
 *
 * @param given - what stands between the cells of a CSV file; guessed from its first line when null
 */
export async function copyEvidence(
  root: string,
  name: string,
  given: string | null,
  privateFolder: string,
): Promise<EvidenceFile> {
  const names = await filesOfPattern(root, name);
  const parts: EvidenceFile[] = [];
  for (const part of names) parts.push(await copyFile(root, part, given, privateFolder));
  const [first] = parts;
  if (first === undefined || !name.includes("*")) return first ?? copyFile(root, name, given, privateFolder);
  const digest = createHash("sha256");
  for (const { sha256, path: part } of parts) digest.update(`${sha256}  ${part}\n`);
  const rows = parts.map(({ rowsAtMost }) => rowsAtMost);
  return {
    ...first,
    path: name,
    sha256: digest.digest("hex"),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    rowsAtMost: rows.includes(null) ? null : rows.reduce<number>((sum, own) => sum + (own ?? 0), 0),
    parts,
  };
}

/** One file of a pattern, or the only one. */
async function copyFile(
  root: string,
  name: string,
  given: string | null,
  privateFolder: string,
): Promise<EvidenceFile> {
  const file = await findProjectFile(root, name);
  if (file.bytes === 0) throw inputError("E-EMPTY", file.path, "The file is empty.");
  const format = /\.parquet$/i.test(name) ? "parquet" : "csv";
  const { sha256, head, bytes, lines, temporary } = await copyAndHash(file, privateFolder, format === "csv");
  const copy = path.join(privateFolder, `${sha256}.${format}`);
  await rename(temporary, copy);
  if (format === "parquet") {
    if (head.subarray(0, 4).toString("latin1") !== "PAR1")
      throw inputError("E-PARQUET", file.path, "Unexpected first bytes, expected a Parquet file.");
    return {
      path: file.path,
      copy,
      format,
      sha256,
      bytes,
      header: null,
      delimiter: given ?? ",",
      rowsAtMost: null,
    };
  }
  const firstLine = headerLine(head, file.path);
  const delimiter = given ?? guessDelimiter(firstLine);
  const header = readHeader(firstLine, delimiter, file.path);
  const rowsAtMost = lines > manyLines ? null : lines;
  return { path: file.path, copy, format, sha256, bytes, header, delimiter, rowsAtMost };
}

/** Throws when the author's file is no longer the one that was copied. */
export async function checkUnchanged(root: string, evidence: EvidenceFile): Promise<void> {
  if (evidence.parts !== undefined) {
    for (const part of evidence.parts) await checkUnchanged(root, part);
    return;
  }
  const file = await findProjectFile(root, evidence.path);
  const handle = await openProjectFile(file);
  const hash = createHash("sha256");
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: chunkBytes }))
      hash.update(chunk as Buffer);
  } finally {
    await handle.close();
  }
  if (hash.digest("hex") !== evidence.sha256) {
    throw inputError(
      "E-INPUT-CHANGED",
      evidence.path,
      "The file changed while it was being read.",
      "Build again when it has settled.",
    );
  }
}

async function copyAndHash(file: ProjectFile, folder: string, isText: boolean) {
  const temporary = path.join(folder, "incoming");
  const source = await openProjectFile(file);
  const target = await open(temporary, "w", 0o600);
  const hash = createHash("sha256");
  const text = isText ? createTextCheck(file.path, temporary) : null;
  let head = Buffer.alloc(0);
  let bytes = 0;
  let lines = 0;
  const write = async (chunk: Buffer): Promise<void> => {
    await onDisk(file.path, () => target.writeFile(chunk));
    if (head.length < headerLimitBytes)
      head = Buffer.concat([head, chunk.subarray(0, headerLimitBytes - head.length)]);
  };
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (let read = await source.read(buffer); read.bytesRead > 0; read = await source.read(buffer)) {
      const chunk = buffer.subarray(0, read.bytesRead);
      hash.update(chunk);
      await write(text === null ? chunk : await text.next(chunk));
      bytes += read.bytesRead;
      if (isText && lines <= manyLines) lines += linesIn(chunk);
    }
    if (text !== null) await write(await text.end());
  } finally {
    await source.close();
    await target.close();
  }
  return { sha256: hash.digest("hex"), head, bytes, lines, temporary };
}

function headerLine(head: Buffer, name: string): string {
  const end = head.indexOf(10);
  if (end < 0 && head.length >= headerLimitBytes)
    throw inputError(
      "E-HEADER",
      name,
      `Unexpected first line of over ${headerLimitBytes} bytes, expected column names.`,
    );
  const text = decodeText(end < 0 ? head : head.subarray(0, end), name).replace(/^\uFEFF/, "");
  if (text.trim() === "")
    throw inputError("E-EMPTY", name, "The first line is empty, expected column names.");
  if (end < 0 || head.subarray(end).toString("latin1").trim() === "")
    throw inputError("E-HEADER-ONLY", name, "The file has column names and no rows.");
  return text;
}

function inputError(code: string, file: string, text: string, hint?: string): UserError {
  return new UserError("input", {
    code,
    severity: "error",
    place: { file },
    text,
    ...(hint === undefined ? {} : { hint }),
  });
}
