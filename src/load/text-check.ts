import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

import { UserError } from "../errors.js";
import { encodingError, firstBroken, wideEncoding } from "./read-text.js";

/** Takes a text piece by piece, as it is read. */
export interface TextCheck {
  /** @returns what to copy of this piece and of what was kept back of the last */
  readonly next: (chunk: Buffer) => Promise<Buffer>;
  /** @returns what was kept back */
  readonly end: () => Promise<Buffer>;
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Refuses what is no UTF-8 text, by the line it stands on, and makes every line end a line feed: the engine
 * falls over a file that mixes two kinds.
 *
 * @param copy - file the pieces are copied to, for counting the lines before a fault
 */
export function createTextCheck(name: string, copy: string): TextCheck {
  let kept = Buffer.alloc(0);
  let isFirst = true;
  const check = async (text: Buffer): Promise<Buffer> => {
    const nul = text.indexOf(0);
    if (nul < 0 && isUtf8(text)) return withLineFeeds(text, name);
    const at = nul >= 0 ? nul : firstBroken(text);
    const line = 1 + linesIn(text.subarray(0, at)) + (await linesOfFile(copy));
    throw encodingError(
      name,
      nul >= 0
        ? "Unexpected NUL byte, expected text."
        : `Unexpected byte 0x${(text[at] ?? 0).toString(16)}, expected UTF-8 text.`,
      line,
    );
  };
  return {
    next: (chunk) => {
      const wide = isFirst ? wideEncoding(chunk) : null;
      if (wide !== null) throw encodingError(name, `Unexpected ${wide} text, expected UTF-8.`);
      isFirst = false;
      const whole = Buffer.concat([kept, chunk]);
      const end = wholeLetters(whole);
      kept = Buffer.from(whole.subarray(end));
      return check(whole.subarray(0, end));
    },
    end: () => check(kept),
  };
}

/** Length without a letter, or a carriage return, that the next piece may go on with. */
function wholeLetters(text: Buffer): number {
  if (text.at(-1) === carriageReturn) return text.length - 1;
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) break;
    const letterBytes = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (letterBytes > 0) return letterBytes > back ? text.length - back : text.length;
  }
  return text.length;
}

function withLineFeeds(text: Buffer, name: string): Buffer {
  if (!text.includes(carriageReturn)) return text;
  if (!text.includes(lineFeed))
    throw new UserError("input", {
      code: "E-LINE-ENDS",
      severity: "error",
      place: { file: name },
      text: "Unexpected line ends (carriage returns alone), expected line feeds.",
      hint: "Save the file with the line ends of Unix or Windows.",
    });
  return Buffer.from(text.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

async function linesOfFile(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file)) lines += linesIn(chunk as Buffer);
  return lines;
}

/** Line feeds in a text. */
export function linesIn(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(lineFeed); at >= 0; at = text.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}
