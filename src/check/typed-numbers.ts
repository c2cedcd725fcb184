import type { TracedNumber } from "./checked-document.js";

/** Runs of digits that are no claim: dates, years, ids, versions, sections, clock times. */
const harmless = [
  /\b\d{1,2}[\s\u00A0](January|February|March|April|May|June|July|August|September|October|November|December)([\s\u00A0]\d{4})?/g,
  /\b(January|February|March|April|May|June|July|August|September|October|November|December)[\s\u00A0]\d{4}/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b(19|20)\d{2}\b/g,
  /\b[A-Za-z][\w.-]*\d[\w.-]*/g,
  /\b(section|article|art\.|chapter|table|figure|policy|version|clause|annex|step|tier|level|phase|stage|day|week|page|rule|no\.)[\s\u00A0]\d[\w.]*/gi,
  /\b\d{1,2}:\d{2}\b/g,
  /\b95\s?% (range|interval)/g,
];

/** Numbers in a sentence that an author typed instead of pointing at the evidence. */
export function typedNumbers(text: string, traced: readonly TracedNumber[]): string[] {
  let masked = text;
  for (const { start, end } of traced)
    masked = masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end);
  for (const pattern of harmless) masked = masked.replace(pattern, (run) => " ".repeat(run.length));
  return [...masked.matchAll(/[$€£]?\d[\d,]*(?:\.\d+)?\s?%?/g)].map(([number]) => number.trim());
}
