import { createReadStream } from "node:fs";

import type { EvidenceFile } from "../../model/project.js";
import { quoteText } from "./duckdb-session.js";

/**
 * A CSV file as a table of texts: what is no number is for us to say, with its line.
 *
 * @param rejects - whether rows of another width are kept for `checkRejects`, or stop the reading
 */
export function csvTable(file: EvidenceFile, rejects: "kept" | "stop"): string {
  const store = rejects === "kept" ? "store_rejects=true, rejects_limit=50, " : "";
  const types = (file.header ?? []).map((name) => `${quoteText(name)}: 'VARCHAR'`);
  return `read_csv(${quoteText(file.copy)}, header=true, auto_detect=false, delim=${quoteText(file.delimiter)}, quote='"', escape='"', strict_mode=true, ${store}columns={${types.join(", ")}})`;
}

/** Line, from 1, that holds a byte of the file. */
export async function lineOfByte(file: string, offset: number): Promise<number> {
  let line = 1;
  if (offset > 0)
    for await (const chunk of createReadStream(file, { end: offset - 1 }))
      for (const byte of chunk as Buffer) if (byte === lineFeed) line += 1;
  return line;
}

/**
 * Lines, from 1, on which rows of a CSV file begin. A row is no line: a quoted cell may hold line feeds, and
 * blank lines hold no row.
 *
 * @param rows - numbers of rows from 1, rising; the column names are no row
 */
export async function linesOfRows(file: string, rows: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  let [line, start, row] = [1, 1, -1];
  let isQuoted = false;
  let isBlank = true;
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk as Buffer) {
      if (byte === lineFeed) {
        line += 1;
        if (isQuoted) continue;
        [start, isBlank] = [line, true];
        if (found.length === rows.length) return found;
        continue;
      }
      if (byte === quote) isQuoted = !isQuoted;
      if (!isBlank) continue;
      isBlank = false;
      row += 1;
      if (row === rows[found.length]) found.push(start);
    }
  }
  return found;
}

const lineFeed = 10;
const quote = 34;
