import fc from "fast-check";

import type { Estimate } from "../../src/model/assessment.js";
import { plainText } from "../../src/phrasing/inline.js";
import { rateSentence } from "../../src/phrasing/rate-sentence.js";
import { createSay, type Catalogue } from "../../src/phrasing/say.js";
import { sensitivitySentence } from "../../src/phrasing/sensitivity-sentence.js";
import { type Voice } from "../../src/phrasing/voice.js";
import {
  type Example,
  examples,
  type Say,
  estimatesOf,
  voiceOf,
  mayBeTold,
  wilson,
} from "./sentence-examples.js";
import { number, toCount, isOne, grouped, escape } from "./read-words.js";
import { aboutChain } from "./read-chain.js";

/*
 * Makes random confusion tables, base rates and nouns, lets the real code say them, and reads the sentences
 * back with patterns and arithmetic of its own. Nothing here uses a number of the code under test: expected
 * values come from the four counts and the base rate alone.
 */

/** Runs `runs` random examples; returns the first few complaints, none when every sentence is true. */
export function checkSentences(phrases: Catalogue, runs: number, seed: number): string[] {
  const complaints: string[] = [];
  const say = createSay(phrases, "en");
  const property = fc.property(examples, (example) => {
    const found = complaintsAbout(example, say);
    complaints.push(...found.map((text) => `${text} in ${JSON.stringify(example)}`));
    return complaints.length < 20;
  });
  const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed });
  if (failed && complaints.length === 0) complaints.push(`threw ${String(errorInstance)}`);
  return complaints;
}

function complaintsAbout(example: Example, say: Say): string[] {
  const estimates = estimatesOf(example);
  const voice = voiceOf(example, say, estimates);
  return [
    ...aboutChain(example, voice, estimates),
    ...aboutRates(example, voice, estimates),
    ...aboutSensitivity(example, voice, estimates),
  ];
}

// ---------------------------------------------------------------- one rate, one sentence

interface ExpectedRate {
  readonly metric: string;
  readonly value: number;
  /** Counts behind it; null for a rate moved to the base rate. */
  readonly x: number | null;
  readonly n: number | null;
  readonly of: string;
  readonly first: string | null;
  readonly second: string | null;
}

/** Numerator, denominator and the words each rate must use, from the four counts alone. */
function ratesOf({ tp, fn, fp, tn, baseRate: q, words: w }: Example): ExpectedRate[] {
  const [p, n] = [tp + fn, fp + tn];
  const [se, fpr] = [tp / p, fp / n];
  return [
    { metric: "recall", value: se, x: tp, n: p, of: w.positive[1], first: w.flagged, second: w.missed },
    {
      metric: "false-alarms",
      value: fpr,
      x: fp,
      n,
      of: w.negative[1],
      first: `${w.flagged} too`,
      second: w.unflagged,
    },
    {
      metric: "precision",
      value: (q * se) / (q * se + (1 - q) * fpr),
      x: null,
      n: null,
      of: `${w.case[1]} ${w.flagged}`,
      first: null,
      second: null,
    },
    {
      metric: "npv",
      value: ((1 - q) * (1 - fpr)) / ((1 - q) * (1 - fpr) + q * (1 - se)),
      x: null,
      n: null,
      of: `${w.case[1]} ${w.unflagged}`,
      first: null,
      second: null,
    },
  ];
}

function aboutRates(example: Example, voice: Voice, estimates: ReadonlyMap<string, Estimate>): string[] {
  return ratesOf(example).flatMap(({ metric, value, x, n, of, first, second }): string[] => {
    const estimate = estimates.get(metric);
    if (estimate === undefined) return [`no ${metric}`];
    const sentence = plainText(rateSentence(voice, estimate));
    if (!Number.isFinite(value))
      return sentence === "" ? [] : [`${metric} said although undefined: ${sentence}`];
    if (estimate.value === null) return n === null ? [] : [`${metric} is missing`];
    const complaints: string[] = [];
    const need = (holds: boolean, what: string): void => {
      if (!holds) complaints.push(`${metric}, ${what}: "${sentence}"`);
    };
    need(Math.abs(estimate.value - value) < 1e-9, "value");
    if (n !== null && x !== null && !mayBeTold(x, n)) {
      const counts =
        /^In the test ([\d,]+) of ([\d,]+) (.*?) (was|were) (.*); that is too few for a rate\.$/.exec(
          sentence,
        );
      need(
        counts !== null && toCount(counts[1]) === x && toCount(counts[2]) === n && counts[3] === of,
        "counts under 30",
      );
      need(!/Of every/.test(sentence), "no rate under 30");
      return complaints;
    }
    const wide =
      /^Of every ([\d,]+) (.*), somewhere between ([\d,]+) and ([\d,]+) are .*; that is too wide for one number\.$/.exec(
        sentence,
      );
    if (n === null && wide !== null) {
      const [, outOf = "", told = "", low = "", high = ""] = wide;
      need(
        told === of && toCount(low) <= value * toCount(outOf) && value * toCount(outOf) <= toCount(high),
        "a wide range that holds the value",
      );
      return complaints;
    }
    const told = new RegExp(
      `^Of every ([\\d,]+) ${escape(of)}, about ${number} (is|are) (.*?)(?: \\((.*?)\\))?(?: and|;) ${number} (is|are) (.*)\\.$`,
    ).exec(sentence);
    need(told !== null, "form");
    if (told === null) return complaints;
    const [, outOf = "", left = "", leftVerb, leftWords, range = "", right = "", rightVerb, rightWords] =
      told;
    const [total, a, b] = [toCount(outOf), toCount(left), toCount(right)];
    // At a tie the last bit of the arithmetic decides: both neighbours are right.
    need(Math.abs(a - value * total) <= 0.5 + 1e-9 * total, "rounded share");
    need(a + b === total, "both sides add up");
    need(
      (left === "fewer than 1") === (a === 0 && value > 0) &&
        (right === "fewer than 1") === (b === 0 && value < 1),
      "no zero for a cell that is not empty",
    );
    need(
      (leftVerb === "is") === (a === 1 || left === "fewer than 1") &&
        (rightVerb === "is") === (b === 1 || right === "fewer than 1"),
      "is or are",
    );
    if (first !== null && second !== null)
      need(leftWords === first && rightWords === second, "what happens to whom");
    else needNouns(need, example, metric, { a: isOne(left), b: isOne(right), leftWords, rightWords });
    if (x !== null && n !== null) needRange(need, range, { x, n, total, a });
    return complaints;
  });
}

function needNouns(
  need: (holds: boolean, what: string) => void,
  { words: w }: Example,
  metric: string,
  told: { a: boolean; b: boolean; leftWords: string | undefined; rightWords: string | undefined },
): void {
  const [first, second] = metric === "precision" ? [w.positive, w.negative] : [w.negative, w.positive];
  const fits = (words: string | undefined, one: boolean, pair: readonly [string, string]): boolean =>
    one ? new RegExp(`^an? ${escape(pair[0])}$`).test(words ?? "") : words === pair[1];
  need(fits(told.leftWords, told.a, first) && fits(told.rightWords, told.b, second), "nouns of both sides");
}

function needRange(
  need: (holds: boolean, what: string) => void,
  range: string,
  { x, n, total, a }: { x: number; n: number; total: number; a: number },
): void {
  const [low, high] = wilson(x, n);
  if (x === 0) return need(range === `at most ${grouped(Math.ceil(high * total))}`, "range of none");
  if (x === n) return need(range === `at least ${grouped(Math.floor(low * total))}`, "range of all");
  const [from, to] = [Math.min(a, Math.round(low * total)), Math.max(a, Math.round(high * total))];
  need(
    range ===
      (from === to ? `range within 1 of ${grouped(total)}` : `range ${grouped(from)} to ${grouped(to)}`),
    "range",
  );
}

// ---------------------------------------------------------------- half and twice the base rate

function aboutSensitivity(
  example: Example,
  voice: Voice,
  estimates: ReadonlyMap<string, Estimate>,
): string[] {
  const [recall, falseAlarms, baseRate] = ["recall", "false-alarms", "deployment-base-rate"].map((metric) =>
    estimates.get(metric),
  );
  if (recall === undefined || falseAlarms === undefined || baseRate === undefined) return [];
  const sentence = plainText(
    sensitivitySentence(voice, { recall, falseAlarms, baseRate, slice: null, precision: null }),
  );
  if (sentence === "") return [];
  const total = voice.outOf.cases;
  const at = (rate: number): [number, number] => {
    const p = Math.round(total * rate);
    const right = Math.round(p * (example.tp / (example.tp + example.fn)));
    return [right, right + Math.round((total - p) * (example.fp / (example.fp + example.tn)))];
  };
  const told = [...sentence.matchAll(/(fewer than 1|[\d,]+) of (fewer than 1|[\d,]+)/g)].map(
    ([, a = "", b = ""]) => [toCount(a), toCount(b)],
  );
  const wanted =
    example.baseRate <= 0.25
      ? [at(example.baseRate / 2), at(example.baseRate * 2)]
      : [at(example.baseRate / 2)];
  return JSON.stringify(told) === JSON.stringify(wanted)
    ? []
    : [`sensitivity ${JSON.stringify(wanted)}: "${sentence}"`];
}
