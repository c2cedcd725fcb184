import type { Backlog } from "../model/backlog.js";

/** Columns, in their order; they keep their names in every language, so that an import need be set up once. */
export const backlogColumns = [
  "order",
  "kind",
  "trace",
  "title",
  "why",
  "acceptance",
  "owner",
  "due",
  "harm",
] as const;

/**
 * The backlog as CSV (RFC 4180: lines end with CR LF, a field in quotes doubles its quotes), in UTF-8.
 *
 * A field that a spreadsheet would run as a formula gets an apostrophe in front: one that begins, after blanks, with
 * = + - @ or their full-width forms, or with a tab or a line break.
 */
export function backlogCsv({ items }: Backlog): string {
  const rows = items.map((item) => backlogColumns.map((column) => field(String(item[column]))).join(","));
  return [backlogColumns.join(","), ...rows, ""].join("\r\n");
}

function field(value: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
