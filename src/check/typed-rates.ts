import type { CheckedSentence } from "./checked-document.js";
import { withoutTraced } from "./without-traced.js";

/** A rate somebody typed: "84.7 %", "83 of 100", "0.91". */
export interface TypedRate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** As a fraction. */
  readonly value: number;
  /** What one step of its last digit is worth, as a fraction. */
  readonly step: number;
  /** The counts, where it was told as "x of n". */
  readonly counts: { readonly x: number; readonly n: number } | null;
}

/** "A 95 % range" names the level of a range, which is no rate. */
const percent = /(?<![\d.,])(\d{1,3}(?:\.(\d+))?)\s?%(?! (?:range|interval|confidence|limits?|bound))/g;
const countOf =
  /(?<![\d.,])(\d[\d,]*) (?:of|in|out of) (?:(?:every|each|all|the|those|these) )*(\d[\d,]*)(?![\d.]*\d?\s?%)/g;
const fraction = /(?<![\d.,])([01]\.(\d+))(?![\d.]*\s?%)\b/g;

/** The rates typed in a sentence, in reading order; numbers of a directive are none. */
export function typedRates({ text, numbers }: Pick<CheckedSentence, "text" | "numbers">): TypedRate[] {
  const typed = withoutTraced(text, numbers);
  if (!/\d/.test(typed)) return []; // Most cells of a table hold a traced number and nothing else.
  const found: TypedRate[] = [];
  const add = (
    match: RegExpExecArray | RegExpMatchArray,
    rate: Pick<TypedRate, "value" | "step" | "counts">,
  ): void => {
    const start = match.index ?? 0;
    found.push({ text: match[0], start, end: start + match[0].length, ...rate });
  };
  for (const match of typed.matchAll(percent))
    add(match, { value: Number(match[1]) / 100, step: 10 ** -(match[2]?.length ?? 0) / 100, counts: null });
  for (const match of typed.matchAll(countOf)) {
    const [x, n] = [match[1], match[2]].map((digits = "") => Number(digits.replaceAll(",", "")));
    if (x !== undefined && n !== undefined && n > 0 && x <= n)
      add(match, { value: x / n, step: 1 / n, counts: { x, n } });
  }
  for (const match of typed.matchAll(fraction))
    add(match, { value: Number(match[1]), step: 10 ** -(match[2]?.length ?? 0), counts: null });
  return found.sort((a, b) => a.start - b.start);
}

/** True where a value, rounded as the typed rate was, is the typed rate. */
export function roundsTo({ value, step, counts }: TypedRate, exact: number): boolean {
  // A count of a small total is the count itself; of a round one it is rounded, up or down at the half.
  const slack = counts !== null && !isRound(counts.n) ? 1e-9 : step / 2 + 1e-9;
  return Math.abs(value - exact) <= slack;
}

/** 100, 1,000 ...: a total that rates are told of. */
export function isRound(total: number): boolean {
  return total >= 100 && /^10+$/.test(String(total));
}
