import { isUtf8 } from "node:buffer";

import { UserError } from "../errors.js";
import { openProjectFile, type ProjectFile } from "./project-file.js";

/**
 * Reads a text file as strict UTF-8, with line ends made `\n` and a byte order mark dropped.
 *
 * @param limitBytes - largest file taken; a larger one is refused before it is read
 */
export async function readText(file: ProjectFile, limitBytes: number): Promise<string> {
  if (file.bytes > limitBytes) {
    throw new UserError("limit", {
      code: "E-TOO-LARGE",
      severity: "error",
      place: { file: file.path },
      text: `Unexpected ${file.bytes} bytes, expected at most ${limitBytes}.`,
    });
  }
  const handle = await openProjectFile(file);
  try {
    return decodeText(await handle.readFile(), file.path);
  } finally {
    await handle.close();
  }
}

/** Bytes to text; UTF-16, NUL bytes and broken UTF-8 are named with their line. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = wideEncoding(bytes);
  if (encoding !== null) throw encodingError(name, `Unexpected ${encoding} text, expected UTF-8.`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw encodingError(name, "Unexpected NUL byte, expected text.", lineOf(bytes, nul));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const offset = firstBroken(bytes);
    throw encodingError(
      name,
      `Unexpected byte 0x${(bytes[offset] ?? 0).toString(16)}, expected UTF-8 text.`,
      lineOf(bytes, offset),
    );
  }
  return text.replace(/\r\n?/g, "\n");
}

/** "UTF-16" when the text starts with its mark, or when every second byte is zero; otherwise null. */
export function wideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "UTF-16";
  if (bytes.length >= 4 && ((a === 0 && c === 0) || (b === 0 && d === 0))) return "UTF-16";
  return null;
}

/** What is wrong with bytes that are no UTF-8. */
export function encodingError(name: string, text: string, line?: number): UserError {
  return new UserError("input", {
    code: "E-ENCODING",
    severity: "error",
    place: line === undefined ? { file: name } : { file: name, line },
    text,
    hint: "Save the file as UTF-8.",
  });
}

/** Offset of the first byte that belongs to no valid sequence, by halving. */
export function firstBroken(bytes: Uint8Array): number {
  let valid = 0;
  let broken = bytes.length;
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) valid = middle;
    else broken = middle;
  }
  // A letter that was begun and not ended is what is broken, not the innocent byte after it.
  if (isUtf8(bytes.subarray(0, valid))) return valid;
  return bytes.subarray(0, valid).findLastIndex((byte) => byte >= 0xc0);
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index += 1) if (bytes[index] === 10) line += 1;
  return line;
}
