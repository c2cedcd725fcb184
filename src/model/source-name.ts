import type { Assessment } from "./assessment.js";

type Source = Assessment["sources"][number];

/** What a source is called in an evaluation's `source`: a path, or engine and table. */
export function sourceName(source: Source): string {
  return "path" in source ? source.path : `${source.engine}:${source.table}`;
}

/** sha256 of a file's bytes, or of the counts that a server answered. */
export function sourceDigest(source: Source): string {
  return "path" in source ? source.sha256 : source.digest;
}
