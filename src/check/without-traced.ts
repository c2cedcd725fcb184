import type { TracedNumber } from "./checked-document.js";

/** A sentence with its traced numbers blanked out, so that only what an author typed is left to read. */
export function withoutTraced(text: string, traced: readonly TracedNumber[]): string {
  if (traced.length === 0) return text;
  let masked = text;
  for (const { start, end } of traced)
    masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  return masked;
}
