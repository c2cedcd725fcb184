import type { Words } from "../../src/model/assessment.js";

/** What a sentence may claim; each has a reader per language that gives its numbers back by name. */
export type Claim =
  | "precision"
  | "recall"
  | "falseAlarms"
  | "mostlyFalse"
  | "lengthUnknown"
  | "mixUnknown"
  | "depends"
  | "whatIf"
  | "missesUnmeasured"
  | "alarmsUnmeasured"
  | "tooRare"
  | "names"
  | "namesMissed"
  | "f1"
  | "f1Few"
  | "f1Zero"
  | "f1One"
  | "f1Kinds"
  | "f1Bounds"
  | "f1Narrow"
  | "accuracy"
  | "accuracyKinds"
  | "accuracyBaseline"
  | "accuracyNoBaseline"
  | "askForCounts"
  | "recallCounts"
  | "falseAlarmsCounts"
  | "tooFew"
  | "counted"
  | "reported"
  | "ranges"
  | "gain"
  | "loss"
  | "either"
  | "allGain"
  | "allLoss"
  | "allEither"
  | "breakEven"
  | "perRight"
  | "perRightNone"
  | "missed"
  | "nothing"
  | "basis"
  | "neverPays";

/** How one language is read back: a pattern per claim, with its numbers as named groups. */
export interface SentenceReader {
  readonly lang: string;
  readonly patterns: (words: Words) => Readonly<Record<Claim, string>>;
  /** A printed count or amount as a number; "fewer than 1" is 0. */
  readonly toNumber: (text: string) => number;
}

/** Patterns of the words that are being read, for one language at a time. */
const compiled = new WeakMap<Words, readonly (readonly [Claim, RegExp])[]>();

/** The claim of a sentence and its numbers; null where no reader, or more than one, knows it. */
export function readSentence(
  { patterns, toNumber }: SentenceReader,
  words: Words,
  sentence: string,
): { readonly claim: Claim; readonly numbers: Readonly<Record<string, number>> } | null {
  const known =
    compiled.get(words) ??
    Object.entries(patterns(words)).map(([claim, pattern]) => {
      return [claim as Claim, new RegExp(`^${pattern}$`, "u")] as const;
    });
  compiled.set(words, known);
  const found = known.flatMap(([claim, pattern]) => {
    const match = pattern.exec(sentence);
    return match === null ? [] : [{ claim, groups: match.groups ?? {} }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const groups = only.groups as Readonly<Record<string, string | undefined>>;
  const numbers = Object.entries(groups).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, toNumber(text)] as const],
  );
  return { claim: only.claim, numbers: Object.fromEntries(numbers) };
}

/** Letters of a word as a pattern that matches them alone. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
