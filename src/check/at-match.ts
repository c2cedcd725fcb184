import type { Complaint } from "./rule.js";

/** A complaint about the letters a pattern found. */
export function atMatch(match: RegExpMatchArray, text: string, hint: string): Complaint {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, text, hint };
}
