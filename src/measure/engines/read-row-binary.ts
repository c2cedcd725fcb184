import type { AnswerRow, AnswerType } from "./table-server.js";

/**
 * Rows of ClickHouse's RowBinary format out of pieces of any length: doubles of eight bytes, whole numbers of
 * sixteen, and texts that may be missing. Doubles arrive bit by bit as the server has them.
 *
 * @param holds - what each column holds
 * @param take - called for each row
 * @throws Error when the answer ends within a row
 */
export function readRowBinary(holds: readonly AnswerType[], take: (row: AnswerRow) => void) {
  let rest: Buffer = Buffer.alloc(0);
  return {
    next: (piece: Buffer): void => {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let start = 0;
      for (;;) {
        const row = readRow(rest, start, holds);
        if (row === null) break;
        take(row.cells);
        start = row.end;
      }
      rest = rest.subarray(start);
    },
    end: (): void => {
      if (rest.length > 0) throw new Error("The answer ends within a row");
    },
  };
}

/** A row that begins at a byte; null when not all of it is there yet. */
function readRow(
  bytes: Buffer,
  start: number,
  holds: readonly AnswerType[],
): { cells: (string | number | null)[]; end: number } | null {
  if (start >= bytes.length) return null;
  const cells: (string | number | null)[] = [];
  let at = start;
  for (const type of holds) {
    if (type === "whole") {
      if (at + 16 > bytes.length) return null;
      cells.push(wholeAt(bytes, at));
      at += 16;
      continue;
    }
    if (type === "double") {
      if (at + 8 > bytes.length) return null;
      cells.push(bytes.readDoubleLE(at));
      at += 8;
      continue;
    }
    const isMissing = bytes[at];
    if (isMissing === undefined) return null;
    at += 1;
    if (isMissing === 1) {
      cells.push(null);
      continue;
    }
    const length = readLength(bytes, at);
    if (length === null || length.end + length.value > bytes.length) return null;
    cells.push(bytes.toString("utf8", length.end, length.end + length.value));
    at = length.end + length.value;
  }
  return { cells, end: at };
}

/** A whole number of sixteen bytes, written out where a double has no room for it. */
function wholeAt(bytes: Buffer, at: number): number | string {
  const [low, high] = [bytes.readBigUInt64LE(at), bytes.readBigInt64LE(at + 8)];
  return high === 0n && low < 2n ** 53n ? Number(low) : String((high << 64n) + low);
}

/** A whole number in groups of seven bits, the lowest first; null when it is cut off. */
function readLength(bytes: Buffer, start: number): { value: number; end: number } | null {
  let value = 0;
  let scale = 1;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: at + 1 };
    scale *= 128;
  }
  return null;
}
