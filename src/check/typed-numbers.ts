import { isLikelihoodRange } from "../phrasing/likelihood-word.js";
import type { TracedNumber } from "./checked-document.js";
import { withoutTraced } from "./without-traced.js";

/** Runs of digits that are no claim: dates, years, ids, versions, sections, clock times. */
const harmless = [
  // Before the month and year alone, which some months share with English.
  /\b\d{1,2}\.[\s\u00A0](Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)([\s\u00A0]\d{4})?/g,
  /\b\d{1,2}[\s\u00A0](January|February|March|April|May|June|July|August|September|October|November|December)([\s\u00A0]\d{4})?/g,
  /\b(January|February|March|April|May|June|July|August|September|October|November|December)[\s\u00A0]\d{4}/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  // A year stands after a word of time; "2000 customers" and "1950 of them" are counts.
  /\b(in|since|until|till|before|after|from|to|during|by|year|early|late|mid|the|this|last|next|spring|summer|autumn|winter|(?:end|start|half|quarter) of|Q[1-4])[\s\u00A0-](19|20)\d{2}\b(?!\s?(%|of\b|\p{Nd}))/giu,
  /\b[A-Za-z][\w.-]*\d[\w.-]*/g,
  /\b(section|article|art\.|chapter|table|figure|policy|version|clause|annex|step|tier|level|phase|stage|day|week|page|rule|no\.)[\s\u00A0]\d[\w.]*/gi,
  /\b\d{1,2}:\d{2}\b/g,
  /\b95\s?% (range|interval)/g,
  // The same in German.
  /\b(seit|bis|ab|vor|nach|von|Jahr|Anfang|Mitte|Ende|Frühjahr|Sommer|Herbst|Winter|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)[\s\u00A0](19|20)\d{2}\b(?![\s\u00A0]?%|[\s\u00A0]von\b)/gu,
  /\b95-%-Bereiche?\b/g,
];

/** "(66–100 %)" behind a word for a likelihood: what the word means, and no claim of its own. */
const wordsRange = /(?<=\p{L} )\((\d{1,3})[–-](\d{1,3})[\s\u00A0]?%\)/gu;

/** A number as it is typed, and where its first letter stands in the sentence. */
export interface TypedNumber {
  readonly text: string;
  readonly start: number;
}

/** Numbers in a sentence that an author typed instead of pointing at the evidence, in reading order. */
export function typedNumbers(text: string, traced: readonly TracedNumber[]): TypedNumber[] {
  let masked = withoutTraced(text, traced);
  masked = masked.replace(wordsRange, (run, low: string, high: string) =>
    isLikelihoodRange(Number(low), Number(high)) ? " ".repeat(run.length) : run,
  );
  for (const pattern of harmless) masked = masked.replace(pattern, (run) => " ".repeat(run.length));
  // Digits of every script: full-width ones read as numbers, too.
  return [...masked.matchAll(/[$€£]?\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?\s?%?/gu)].map(({ 0: number, index }) => ({
    text: number.trim(),
    start: index,
  }));
}
