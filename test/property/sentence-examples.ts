import fc from "fast-check";

import { metrics } from "../../src/metrics/all.js";
import type { Metric, MetricContext } from "../../src/metrics/metric.js";
import type { Estimate, Words } from "../../src/model/assessment.js";
import type { Cell } from "../../src/model/cell.js";
import { estimateOf } from "../../src/measure/estimate.js";
import { naturalFrequency } from "../../src/phrasing/natural-frequency.js";
import { rateDenominator } from "../../src/phrasing/rate-denominator.js";
import { hundredEach, type Voice } from "../../src/phrasing/voice.js";

/* Random confusion tables, base rates and nouns, and what the real code makes of them. */

export interface Example {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
  readonly baseRate: number;
  readonly words: Words;
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

export type Say = Voice["say"];

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

/** 30 cases, and a range narrow enough, before a share may be told as a rate (R28). */
export function mayBeTold(x: number, n: number): boolean {
  const [low, high] = wilson(x, n);
  const width = high - low;
  if (n < 30 || width >= 0.3) return false;
  return width <= 0.05 || x === 0 || width / (x / n) <= 1.3;
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

// ---------------------------------------------------------------- reading numbers back

export function wilson(x: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const centre = (x / n + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((x / n) * (1 - x / n) + (z * z) / (4 * n))) / Math.sqrt(n) / (1 + (z * z) / n);
  return [centre - half, centre + half];
}
