import fc from "fast-check";

import type { Estimate } from "../../src/model/assessment.js";
import { plainText } from "../../src/phrasing/inline.js";
import { patterns } from "../../src/phrasing/patterns/all.js";
import { choosePattern, tellPattern } from "../../src/phrasing/patterns/choose-pattern.js";
import { knownOf, type Known } from "../../src/phrasing/patterns/known.js";
import { whatIfTotal } from "../../src/phrasing/patterns/what-if.js";
import { createSay, type Catalogue } from "../../src/phrasing/say.js";
import type { Voice } from "../../src/phrasing/voice.js";
import { estimatesOf, mayBeTold, voiceOf } from "./sentence-examples.js";
import { readSentence, type Claim, type SentenceReader } from "./sentence-reader.js";
import { cases, type Case } from "./pattern-case.js";
import { budgetOf, moneyOf } from "./check-budget.js";

/*
 * Every way of telling decisions, and the money of a list, said of random tables and read back by a reader of one
 * language. Which pattern is right and every expected number come from the four counts by arithmetic of these files.
 */

/** Runs random tables through every pattern; the first few complaints, none when every sentence is true. */
export function checkPatterns(
  phrases: Catalogue,
  runs: number,
  seed: number,
  reader: SentenceReader,
): { readonly complaints: readonly string[]; readonly told: Readonly<Record<string, number>> } {
  const complaints: string[] = [];
  const told: Record<string, number> = {};
  const say = createSay(phrases, reader.lang);
  const property = fc.property(cases, (one) => {
    const found = complaintsAbout(one, say, reader, told);
    complaints.push(...found.map((text) => `${text} in ${JSON.stringify(one)}`));
    return complaints.length < 20;
  });
  const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed });
  if (failed && complaints.length === 0) complaints.push(`threw ${String(errorInstance)}`);
  return { complaints, told };
}

function complaintsAbout(
  one: Case,
  say: Voice["say"],
  reader: SentenceReader,
  told: Record<string, number>,
): string[] {
  const known = knownFrom(one);
  const all = estimatesOf(one.example);
  const base = voiceOf(one.example, say, all);
  const voice: Voice = {
    ...base,
    currency: "EUR",
    lang: reader.lang,
    outOf: { ...base.outOf, cases: totalFor(one, known, base.outOf.cases) },
  };
  const { chosen } = choosePattern(voice, known);
  const complaints: string[] = [];
  const letter = chosen?.letter ?? "-";
  told[letter] = (told[letter] ?? 0) + 1;
  const right = rightPattern(one, voice.outOf.cases);
  if (letter !== right) complaints.push(`pattern ${letter} where ${right} is right`);
  // A's chain has a reader of its own, in check-sentences.
  const sentences = letter === "A" ? [] : tellPattern(voice, known, chosen).map(plainText);
  complaints.push(...readBack(one, sentences, reader, voice));
  if (chosen?.letter === "B" && (known.precisionTest?.value ?? 0) > 0) {
    const names = patterns.find(({ letter: own }) => own === "C")?.tell(voice, known) ?? [];
    complaints.push(...readBack(one, names.map(plainText), reader, voice));
  }
  const money = budgetOf(one, voice, all);
  if (money.length > 0) told.money = (told.money ?? 0) + 1;
  complaints.push(...readBack(one, money, reader, voice));
  return complaints;
}

// ---------------------------------------------------------------- what is known

function knownFrom({ example, given: what, isStated, kind }: Case): Known {
  const all = new Map(estimatesOf(example));
  if (!isStated) for (const metric of ["deployment-base-rate", "precision", "npv"]) all.delete(metric);
  const kept: Readonly<Record<string, readonly string[]>> = {
    both: ["recall", "false-alarms"],
    "hits-and-precision": ["recall", "precision-test"],
    precision: ["precision-test"],
    f1: ["f1-test"],
    accuracy: ["accuracy-test"],
  };
  const names = kept[what];
  const find = (metric: string): Estimate | undefined => {
    const estimate = all.get(metric);
    if (names === undefined || estimate === undefined || metric === "deployment-base-rate") return estimate;
    if (!names.includes(metric)) return undefined;
    return { ...estimate, origin: "reported", interval: null, numerator: null, denominator: null, n: 0 };
  };
  const { tp, fn, fp, tn } = example;
  return knownOf(find, null, {
    id: "e",
    kind: kind ?? null,
    basis: names === undefined ? "counts" : "rates",
    collected: null,
    reported_by: null,
    used: tp + fn + fp + tn,
    positives: tp + fn,
    negatives: fp + tn,
  });
}

/** The total of the document: that of the what-if table where no base rate is stated. */
function totalFor({ isStated }: Case, { recall, falseAlarms }: Known, usual: number): number {
  if (isStated || recall?.value == null || falseAlarms?.value == null) return usual;
  return whatIfTotal({ recall: recall.value, falseAlarmShare: falseAlarms.value });
}

/** The letter that the rules of pattern choice give, worked out from the counts alone; "-" where none fits. */
function rightPattern({ example, given: what, isStated, kind }: Case, total: number): string {
  const { tp, fn, fp, tn, baseRate } = example;
  const [p, n, flagged] = [tp + fn, fp + tn, tp + fp];
  const isLog = kind === "deployment";
  const rare = [0, total].includes(Math.round(total * baseRate));
  switch (what) {
    case "both":
      if (p === 0 || n === 0) return "-";
      return !isStated ? "D" : rare ? "-" : "A";
    case "hits-and-precision":
      if (p === 0) return flagged === 0 ? "-" : "E";
      return flagged === 0 ? "-" : "B";
    case "precision":
      return flagged === 0 ? "-" : "E";
    case "f1":
      return 2 * tp + fp + fn === 0 ? "-" : "F";
    case "accuracy":
      return p + n === 0 ? "-" : "F";
    default: {
      const [isRecall, isAlarms] = [p > 0 && mayBeTold(tp, p), n > 0 && mayBeTold(fp, n)];
      const few = (p > 0 && !isRecall) || (n > 0 && !isAlarms);
      if (p === 0 || n === 0) return few ? "G" : "-";
      if (few) return !isStated && isLog && isRecall && flagged > 0 && mayBeTold(tp, flagged) ? "B" : "G";
      if (isStated) return rare ? "-" : "A";
      return isLog && flagged > 0 && mayBeTold(tp, flagged) ? "B" : "D";
    }
  }
}

// ---------------------------------------------------------------- reading back

export type Numbers = Readonly<Record<string, number>>;

function readBack(one: Case, sentences: readonly string[], reader: SentenceReader, voice: Voice): string[] {
  // A zero in the test is told after the rates; its reader is in check-sentences.
  return sentences.flatMap((sentence) => {
    if (/^There are no /.test(sentence))
      return one.example.tp + one.example.fn > 0 && one.example.fp + one.example.tn > 0
        ? [`a class said to be missing: "${sentence}"`]
        : [];
    const read = readSentence(reader, one.example.words, sentence);
    if (read === null) return [`no reader knows "${sentence}"`];
    const expected = expectedOf(read.claim, read.numbers, one, voice);
    const wrong = Object.entries(read.numbers).filter(([name, value]) => !fits(expected[name], value));
    return wrong.map(
      ([name, value]) => `${read.claim}: ${name} is ${value}, not ${String(expected[name])}: "${sentence}"`,
    );
  });
}

function fits(expected: number | readonly number[] | undefined, value: number): boolean {
  if (expected === undefined) return false;
  if (typeof expected !== "number") return expected.includes(value);
  return Math.abs(expected - value) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** What each number of a claim must be. */
function expectedOf(
  claim: Claim,
  numbers: Numbers,
  one: Case,
  voice: Voice,
): Readonly<Record<string, number | readonly number[]>> {
  const { tp, fn, fp, tn } = one.example;
  const [p, n, flagged] = [tp + fn, fp + tn, tp + fp];
  const { of = 100 } = numbers;
  const share = (x: number, whole: number, total = of) => Math.round((x / whole) * total);
  switch (claim) {
    case "precision":
      return { of: voice.outOf.flagged, x: share(tp, flagged), y: of - share(tp, flagged) };
    case "recall":
      return { of: voice.outOf.positives, x: share(tp, p), y: of - share(tp, p) };
    case "falseAlarms":
      return { of: voice.outOf.negatives, x: share(fp, n), y: of - share(fp, n) };
    case "mostlyFalse":
      return fp > tp ? { of: voice.outOf.flagged, y: of - share(tp, flagged) } : {};
    case "whatIf": {
      const positives = numbers.p ?? 0;
      const right = Math.round(positives * (tp / p));
      const alarms = Math.round((voice.outOf.cases - positives) * (fp / n));
      const tried = [0.01, 0.1].map((rate) => Math.round(rate * Math.max(1_000, voice.outOf.cases)));
      return { n: Math.max(1_000, voice.outOf.cases), p: tried, tp: right, f: right + alarms };
    }
    case "names": {
      const right = share(tp, p, 100);
      const wrong = Math.round((((tp / p) * fp) / tp) * 100);
      return {
        of: 100,
        right,
        wrong: [wrong - 1, wrong, wrong + 1].filter(
          (close) => Math.abs(close - ((100 * tp) / p) * (fp / tp)) <= 0.5 + 1e-9,
        ),
        names: right + (numbers.wrong ?? 0),
      };
    }
    case "namesMissed":
      return { of: 100, miss: 100 - share(tp, p, 100) };
    case "f1":
    case "f1Few":
    case "f1Zero":
    case "f1One":
      // Mistakes per right one are (FP + FN) / TP, whatever the formula of F1.
      return {
        of: 100,
        mistakes: [-1e-9, 1e-9].map((off) => Math.round(((100 * (fp + fn)) / tp) * (1 + off))),
        score: Number(((2 * tp) / (2 * tp + fp + fn)).toFixed(2)),
      };
    case "f1Bounds": {
      // Nothing missed: every mistake is a wrong pick, so TP of TP + mistakes are right.
      const least = (100 * tp) / (tp + fp + fn);
      return { of: 100, least: [Math.round(least - 1e-9), Math.round(least + 1e-9)], most: 100 };
    }
    case "accuracy":
      return { of: 100, right: share(tp + tn, p + n, 100), wrong: 100 - share(tp + tn, p + n, 100) };
    case "accuracyBaseline": {
      const { baseRate } = one.example;
      return { of: 100, usual: Math.round(100 * Math.max(baseRate, 1 - baseRate)) };
    }
    case "recallCounts":
      return { x: tp, n: p, y: fn };
    case "falseAlarmsCounts":
      return { x: fp, n };
    case "counted":
      return { p, n };
    default:
      return moneyOf(claim, numbers, one, voice);
  }
}
