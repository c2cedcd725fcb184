import type { Bounds } from "../stats/types.js";

/** Whose ranges the words follow; one per document, since the same word means different things on each. */
export type LikelihoodScale = "ipcc" | "icd-203";

/** A word for how likely something is, with the probabilities it stands for. */
export interface LikelihoodTerm {
  readonly id: string;
  /** Ends of its range, fractions in [0, 1]. */
  readonly low: number;
  readonly high: number;
}

/**
 * Terms of the IPCC's fifth assessment report, the narrowest first; they lie within one another. "More likely than
 * not" begins above one half.
 */
const ipcc: readonly LikelihoodTerm[] = [
  { id: "exceptionally-unlikely", low: 0, high: 0.01 },
  { id: "virtually-certain", low: 0.99, high: 1 },
  { id: "extremely-unlikely", low: 0, high: 0.05 },
  { id: "extremely-likely", low: 0.95, high: 1 },
  { id: "very-unlikely", low: 0, high: 0.1 },
  { id: "very-likely", low: 0.9, high: 1 },
  { id: "about-as-likely-as-not", low: 0.33, high: 0.66 },
  { id: "unlikely", low: 0, high: 0.33 },
  { id: "likely", low: 0.66, high: 1 },
  { id: "more-likely-than-not", low: 0.5, high: 1 },
];

/** Terms of the US Intelligence Community Directive 203; they lie side by side, and none reaches 0 or 1. */
const icd203: readonly LikelihoodTerm[] = [
  { id: "almost-no-chance", low: 0.01, high: 0.05 },
  { id: "very-unlikely", low: 0.05, high: 0.2 },
  { id: "unlikely", low: 0.2, high: 0.45 },
  { id: "roughly-even", low: 0.45, high: 0.55 },
  { id: "likely", low: 0.55, high: 0.8 },
  { id: "very-likely", low: 0.8, high: 0.95 },
  { id: "almost-certain", low: 0.95, high: 0.99 },
];

/**
 * The word for a probability that lies somewhere in a range: the narrowest term that holds all of it.
 *
 * The point estimate is not asked: 74 of 100 with a range of 60 to 88 is not "likely". A range that no term holds, or
 * that crosses the bands of ICD 203, has no word: numbers alone.
 *
 * @param range - ends of the range, fractions in [0, 1]
 * @example
 * likelihoodWord({ low: 0.11, high: 0.178 }, "ipcc")?.id // "unlikely"
 */
export function likelihoodWord({ low, high }: Bounds, scale: LikelihoodScale): LikelihoodTerm | null {
  const slack = 1e-9; // The other side of 0.34 is 0.6599999999999999.
  const holds = (term: LikelihoodTerm): boolean =>
    term.low <= low + slack &&
    high <= term.high + slack &&
    (term.id !== "more-likely-than-not" || low > term.low);
  return (scale === "ipcc" ? ipcc : icd203).find(holds) ?? null;
}

/**
 * What an English word means on a scale.
 *
 * @example
 * likelihoodRange("very likely", "icd-203") // { id: "very-likely", low: 0.8, high: 0.95 }
 */
export function likelihoodRange(word: string, scale: LikelihoodScale): LikelihoodTerm | null {
  const id = word.toLowerCase().replaceAll(" ", "-");
  return (scale === "ipcc" ? ipcc : icd203).find((term) => term.id === id) ?? null;
}

/** True where the ends of a range, in percent, are those of a word on either scale. */
export function isLikelihoodRange(low: number, high: number): boolean {
  return [...ipcc, ...icd203].some(
    (term) => Math.round(100 * term.low) === low && Math.round(100 * term.high) === high,
  );
}

/** Terms that say no; readers take them for more than they mean, and less alike than their counterparts. */
const negative: readonly string[] = [
  "exceptionally-unlikely",
  "extremely-unlikely",
  "very-unlikely",
  "unlikely",
  "almost-no-chance",
];

/**
 * The word said of whichever side takes a positive one: "the opposite is very likely" in place of "very unlikely"
 * (Smithson et al. 2011).
 */
export function positiveLikelihood(
  range: Bounds,
  scale: LikelihoodScale,
): { readonly term: LikelihoodTerm; readonly side: "value" | "complement" } | null {
  const term = likelihoodWord(range, scale);
  if (term === null || !negative.includes(term.id)) return term === null ? null : { term, side: "value" };
  const opposite = likelihoodWord({ low: 1 - range.high, high: 1 - range.low }, scale);
  return opposite === null ? { term, side: "value" } : { term: opposite, side: "complement" };
}
