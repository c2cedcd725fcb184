import fc from "fast-check";

import { metrics } from "../../src/metrics/all.js";
import type { Metric, MetricContext } from "../../src/metrics/metric.js";
import type { Estimate, Words } from "../../src/model/assessment.js";
import type { Cell } from "../../src/model/cell.js";
import { estimateOf } from "../../src/measure/estimate.js";
import { frequencySentences } from "../../src/phrasing/frequency-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import { naturalFrequency } from "../../src/phrasing/natural-frequency.js";
import { rateDenominator } from "../../src/phrasing/rate-denominator.js";
import { rateSentence } from "../../src/phrasing/rate-sentence.js";
import { createSay, type Catalogue } from "../../src/phrasing/say.js";
import { sensitivitySentence } from "../../src/phrasing/sensitivity-sentence.js";
import { hundredEach, type Voice } from "../../src/phrasing/voice.js";

/*
 * Makes random confusion tables, base rates and nouns, lets the real code say them, and reads the sentences
 * back with patterns and arithmetic of its own. Nothing here uses a number of the code under test: expected
 * values come from the four counts and the base rate alone.
 */

export interface Example {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
  readonly baseRate: number;
  readonly words: Words;
}

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

const nouns: readonly (readonly [string, string])[] = [
  ["application", "applications"],
  ["person", "people"],
  ["inquiry", "inquiries"],
  ["case of fraud", "cases of fraud"],
  ["hour", "hours"],
  ["unit", "units"],
  ["honest applicant", "honest applicants"],
  ["European", "Europeans"],
];
const participles = ["stopped", "put on the list", "sent to review", "let through"];

const words: fc.Arbitrary<Words> = fc
  .tuple(
    fc.shuffledSubarray([...nouns], { minLength: 3, maxLength: 3 }),
    fc.shuffledSubarray(participles, { minLength: 3, maxLength: 3 }),
  )
  .map(([chosen, [flagged = "", missed = "", unflagged = ""]]) => {
    const pair = (index: number): [string, string] => [chosen[index]?.[0] ?? "", chosen[index]?.[1] ?? ""];
    return { case: pair(0), positive: pair(1), negative: pair(2), flagged, missed, unflagged, given: true };
  });

/** Counts from none to many, so that zeros, ones and tiny classes come up as often as ordinary tables. */
const count = fc.oneof(
  fc.constantFrom(0, 1, 2, 29, 30),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 0, max: 400_000 }),
);
const share = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.double({ min: -11, max: -1, noNaN: true }).map(Math.exp),
  fc.constantFrom(0.5, 0.01, 0.1, 0.00001),
);

/** Random tables told in random words of one language. */
export function examplesWith<Spoken extends Words>(
  spoken: fc.Arbitrary<Spoken>,
): fc.Arbitrary<Example & { readonly words: Spoken }> {
  return fc.record({ tp: count, fn: count, fp: count, tn: count, baseRate: share, words: spoken });
}

export const examples: fc.Arbitrary<Example> = examplesWith(words);

type Say = Voice["say"];

function complaintsAbout(example: Example, say: Say): string[] {
  const estimates = estimatesOf(example);
  const voice = voiceOf(example, say, estimates);
  return [
    ...aboutChain(example, voice, estimates),
    ...aboutRates(example, voice, estimates),
    ...aboutSensitivity(example, voice, estimates),
  ];
}

export function estimatesOf({ tp, fn, fp, tn, baseRate }: Example): ReadonlyMap<string, Estimate> {
  const cell: Cell = {
    n: tp + fn + fp + tn,
    positives: tp + fn,
    negatives: fp + tn,
    confusion: { tp, fn, fp, tn },
    scores: null,
    expected: null,
    subjects: null,
    value: null,
  };
  const context: MetricContext = {
    level: 0.95,
    baseRate: { value: baseRate, low: baseRate, high: baseRate },
    probability: false,
    flag: "at-or-above",
  };
  const place = { evaluation: "e", prefix: "", slice: "all", threshold: 0.5, baseRate, evidence: "x" };
  const made = metrics.map((metric: Metric) => estimateOf(metric, metric.compute(cell, context), place));
  const stated = estimateOf(
    { id: "deployment-base-rate", of: "cases", unit: "share", origin: "measured" },
    {
      value: baseRate,
      reason: "stated",
      numerator: null,
      denominator: null,
      n: 0,
      nEffective: null,
      interval: null,
      baseline: null,
    },
    place,
  );
  return new Map(
    [...made, { ...stated, origin: "reported" as const }].map((estimate) => [estimate.metric, estimate]),
  );
}

export function voiceOf(example: Example, say: Say, estimates: ReadonlyMap<string, Estimate>): Voice {
  const of = (metric: string): number => {
    const estimate = estimates.get(metric);
    return estimate === undefined || estimate.value === null ? 100 : rateDenominator(estimate);
  };
  const recall = estimates.get("recall")?.value ?? null;
  const falseAlarmShare = estimates.get("false-alarms")?.value ?? null;
  const cases =
    recall === null || falseAlarmShare === null
      ? 100
      : naturalFrequency({ recall, falseAlarmShare, baseRate: example.baseRate }).outOf;
  const outOf = {
    ...hundredEach,
    cases,
    positives: of("recall"),
    negatives: of("false-alarms"),
    flagged: of("precision"),
    unflagged: of("npv"),
  };
  return {
    say,
    knows: () => true,
    currency: null,
    taskOf: () => "binary",
    partName: () => null,
    totalOf: (estimate) => outOf[estimate.of],
    lang: "en",
    audience: "internal",
    words: example.words,
    outOf,
    estimate: (id) => estimates.get(id),
  };
}

// ---------------------------------------------------------------- the nested counts

const number = "(fewer than 1|[\\d,]+)";

function aboutChain(example: Example, voice: Voice, estimates: ReadonlyMap<string, Estimate>): string[] {
  const [recall, falseAlarms, baseRate, precision] = [
    "recall",
    "false-alarms",
    "deployment-base-rate",
    "precision",
  ].map((metric) => estimates.get(metric));
  if (recall === undefined || falseAlarms === undefined || baseRate === undefined) return ["no estimates"];
  const { tp, fn, fp, tn } = example;
  const sentences = frequencySentences(voice, {
    recall,
    falseAlarms,
    baseRate,
    slice: null,
    precision: precision ?? null,
  }).map(plainText);
  const [p, n] = [tp + fn, fp + tn];
  if (p === 0 || n === 0)
    return sentences.length === 0 ? [] : [`a chain without one class: ${sentences.join(" ")}`];
  if (!mayBeTold(tp, p) || !mayBeTold(fp, n))
    return sentences.length === 0 ? [] : [`a chain on too few cases: ${sentences.join(" ")}`];
  const [sensitivity, alarmShare] = [tp / p, fp / n];
  const total = expectedTotal(example.baseRate, sensitivity, alarmShare);
  const positives = Math.round(total * example.baseRate);
  if (positives === 0 || positives === total)
    return sentences.length === 0 ? [] : [`a chain with an empty class: ${sentences.join(" ")}`];
  if (sentences.length === 0) return ["no chain although both classes can be told"];
  return readChain(example, sentences, { total, positives, sensitivity, alarmShare, bounds: { p, n } });
}

/** 30 cases, and a range narrow enough, before a share may be told as a rate (R28). */
export function mayBeTold(x: number, n: number): boolean {
  const [low, high] = wilson(x, n);
  const width = high - low;
  if (n < 30 || width >= 0.3) return false;
  return width <= 0.05 || x === 0 || width / (x / n) <= 1.3;
}

interface Expected {
  readonly total: number;
  readonly positives: number;
  readonly sensitivity: number;
  readonly alarmShare: number;
  readonly bounds: { readonly p: number; readonly n: number };
}

/** The smallest round total with five positives whose whole numbers keep the precision within 0.005 (R3). */
export function expectedTotal(baseRate: number, sensitivity: number, alarmShare: number): number {
  const [caught, bothered] = [baseRate * sensitivity, (1 - baseRate) * alarmShare];
  const exact = caught + bothered === 0 ? null : caught / (caught + bothered);
  let closest = { total: 100_000, off: Number.POSITIVE_INFINITY };
  for (const total of [100, 1_000, 10_000, 100_000]) {
    if (total * baseRate < 5) continue;
    const positives = Math.round(total * baseRate);
    const right = Math.round(positives * sensitivity);
    const flagged = right + Math.round((total - positives) * alarmShare);
    const off = exact === null ? 0 : flagged === 0 ? 1 : Math.abs(right / flagged - exact);
    if (off <= 0.005) return total;
    if (off < closest.off) closest = { total, off };
  }
  return closest.total;
}

function readChain(example: Example, sentences: readonly string[], expected: Expected): string[] {
  const { words: w } = example;
  const { total, positives, sensitivity, alarmShare } = expected;
  const complaints: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) complaints.push(`${what}: "${sentences.join(" ")}"`);
  };
  const caught = Math.round(positives * sensitivity);
  const negatives = total - positives;
  const alarms = Math.round(negatives * alarmShare);

  const people = new RegExp(
    `^Of ([\\d,]+) (${any(w.case)}), about ${number} (is|are) (?:an? )?(${any(w.positive)})\\.$`,
  ).exec(sentences[0] ?? "");
  need(people !== null, "first sentence");
  if (people !== null) {
    need(toCount(people[1]) === total, "total");
    need(people[2] === w.case[1], "noun of the cases");
    need(toCount(people[3]) === positives, "positives");
    needAgreement(need, positives, people[4], people[5], w.positive);
  }

  const second = sentences[1] ?? "";
  const all = new RegExp(
    `^Of (that|those) ([\\d,]+), all ([\\d,]+) (is|are) (${any([w.flagged, w.missed])})\\.$`,
  ).exec(second);
  if (example.fn === 0 || example.tp === 0) {
    need(
      all !== null && toCount(all[2]) === positives && toCount(all[3]) === positives,
      "all of the positives",
    );
    need(all?.[5] === (example.fn === 0 ? w.flagged : w.missed), "what happens to all positives");
  } else {
    const split = new RegExp(
      `^Of (that|those) ([\\d,]+), ${number} (is|are) ${escape(w.flagged)} and ${number} (is|are) ${escape(w.missed)}\\.$`,
    ).exec(second);
    need(split !== null, "second sentence");
    if (split !== null) {
      need(toCount(split[2]) === positives, "the split is of the positives");
      need((split[1] === "that") === (positives === 1), "that or those");
      need(toCount(split[3]) === caught && toCount(split[5]) === positives - caught, "caught and missed");
      need(
        (split[3] === "fewer than 1") === (caught === 0) &&
          (split[5] === "fewer than 1") === (positives === caught),
        "no zero for a cell that is not empty",
      );
      need(
        (split[4] === "is") === caught <= 1 && (split[6] === "is") === positives - caught <= 1,
        "is or are",
      );
    }
  }

  const third = sentences[2] ?? "";
  if (example.fp === 0) {
    const none = new RegExp(
      `^Of the ([\\d,]+) (${any(w.negative)}), all ([\\d,]+) (is|are) ${escape(w.unflagged)}\\.$`,
    ).exec(third);
    need(
      none !== null && toCount(none[1]) === negatives && toCount(none[3]) === negatives,
      "all negatives left alone",
    );
  } else {
    const others = new RegExp(
      `^Of the ([\\d,]+) (${any(w.negative)}), ${number} (is|are) ${escape(w.flagged)} too\\.$`,
    ).exec(third);
    need(others !== null, "third sentence");
    if (others !== null) {
      need(toCount(others[1]) === negatives, "the others are the negatives");
      need((others[2] === w.negative[0]) === (negatives === 1), "noun of the negatives");
      need(
        toCount(others[3]) === alarms && (others[3] === "fewer than 1") === (alarms === 0),
        "false alarms",
      );
      need((others[4] === "is") === alarms <= 1, "is or are of the false alarms");
    }
  }

  const fourth = sentences[3] ?? "";
  const flagged = caught + alarms;
  if (example.tp + example.fp === 0) need(/^So of these cases none is /.test(fourth), "nothing flagged");
  else if (flagged === 0)
    need(
      new RegExp(
        `^So fewer than 1 of ${grouped(total)} ${escape(w.case[1])} is ${escape(w.flagged)}\\.$`,
      ).test(fourth),
      "fewer than one flagged",
    );
  else {
    const sum = new RegExp(
      `^So ${number} (is|are) ${escape(w.flagged)}, and ${number} of (that|those) ([\\d,]+) (is|are) (?:an? )?(${any(w.positive)})\\.$`,
    ).exec(fourth);
    need(sum !== null, "fourth sentence");
    if (sum !== null) {
      need(toCount(sum[1]) === flagged && toCount(sum[5]) === flagged, "the flagged add up");
      need(toCount(sum[3]) === caught, "right among the flagged");
      need(
        (sum[3] === "fewer than 1") === (caught === 0 && example.tp > 0),
        "right ones that round to nothing",
      );
      if (example.tp > 0) needAgreement(need, caught, sum[6], sum[7], w.positive);
    }
  }

  const rest = sentences.slice(4).join(" ");
  if (alarms > caught && flagged > 1 && liveAlarmsLead(example))
    need(
      rest.includes(`Most of them are false alarms: ${grouped(alarms)} of those ${grouped(flagged)}.`),
      "most are false alarms",
    );
  else need(!rest.includes("Most of them"), "most are false alarms, said wrongly");
  need(/95 % ranges: /.test(rest), "ranges");
  checkZero(need, rest, example.fn === 0, `The test missed none of ${grouped(expected.bounds.p)} `);
  checkZero(need, rest, example.tp === 0, `The test caught none of ${grouped(expected.bounds.p)} `);
  checkZero(
    need,
    rest,
    example.fp === 0,
    `The test raised no false alarm among ${grouped(expected.bounds.n)} `,
  );
  return complaints;
}

function liveAlarmsLead({ tp, fn, fp, tn, baseRate }: Example): boolean {
  return ((1 - baseRate) * fp) / (fp + tn) > (baseRate * tp) / (tp + fn);
}

function checkZero(
  need: (holds: boolean, what: string) => void,
  rest: string,
  zero: boolean,
  opening: string,
): void {
  need(rest.includes(opening) === zero, `zero said where it is one: ${opening}`);
  if (!zero) return;
  const sentence = rest.slice(rest.indexOf(opening));
  const [, seen = "", , bound = "", of = ""] =
    /(?:none of|among) ([\d,]+) (.*?); up to ([\d,]+) of ([\d,]+) is possible\./.exec(sentence) ?? [];
  const n = toCount(seen);
  need(
    toCount(bound) === Math.ceil(-Math.expm1(Math.log(0.05) / n) * toCount(of) - 1e-9),
    "what a zero leaves possible",
  );
}

function needAgreement(
  need: (holds: boolean, what: string) => void,
  printed: number,
  verb: string | undefined,
  noun: string | undefined,
  pair: readonly [string, string],
): void {
  const one = printed <= 1;
  need((verb === "is") === one, "verb agrees with its number");
  need(noun === (one ? pair[0] : pair[1]), "noun agrees with its number");
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

// ---------------------------------------------------------------- reading numbers back

export function wilson(x: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const centre = (x / n + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((x / n) * (1 - x / n) + (z * z) / (4 * n))) / Math.sqrt(n) / (1 + (z * z) / n);
  return [centre - half, centre + half];
}

function toCount(text: string | undefined): number {
  return text === undefined ? Number.NaN : text === "fewer than 1" ? 0 : Number(text.replaceAll(",", ""));
}

function isOne(text: string): boolean {
  return text === "fewer than 1" || text === "1";
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function any(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join("|");
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
