import type { Assessment, Estimate } from "../../src/model/assessment.js";
import { bandOf, metricsOf, wilson, type Basis, type Expected } from "./recount-metrics.js";
import type { Case, Reading } from "./recount-rows.js";

export interface Comparison {
  readonly complaints: readonly string[];
  /** How many numbers were held against each other. */
  readonly compared: number;
}

interface Group {
  readonly id: string;
  readonly cases: readonly Case[];
  readonly rest: readonly Case[];
  readonly level: "all" | "slice" | "complement";
}

export interface Setting {
  readonly reading: Reading;
  readonly cases: readonly Case[];
  readonly baseRates: Readonly<Record<string, number>>;
  readonly scoreRange: readonly [number, number];
  /** `evaluation/`, where the plan has several. */
  readonly prefix: string;
}

const everywhere = [
  "base-rate",
  "recall",
  "false-alarms",
  "precision-test",
  "npv-test",
  "mean-score",
  "observed-expected-ratio",
];
const onSlices = [...everywhere, "flag-rate-test", "roc-auc", "brier-score", "value-total", "value-missed"];
const atBaseRate = ["precision", "npv", "flag-rate", "accuracy", "f1"];

/** Everything an Assessment counted, against a recount of the same file by other code. */
export function compareRecount(assessment: Assessment, setting: Setting): Comparison {
  const groups = groupsOf(setting);
  const parts = [
    compareSlices(assessment, groups),
    ...groups.map((group) => compareGroup(assessment, group, setting)),
    ...groups.map((group) => compareHistogram(assessment, group, setting)),
    compareBands(assessment, setting),
  ];
  return {
    complaints: parts.flatMap(({ complaints }) => complaints),
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
  };
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function groupsOf({ reading, cases }: Setting): Group[] {
  const groups: Group[] = [{ id: "all", cases, rest: [], level: "all" }];
  for (const column of reading.slices) {
    for (const value of new Set(cases.map(({ cells }) => cells[column] ?? null))) {
      const own = cases.filter(({ cells }) => (cells[column] ?? null) === value);
      const rest = cases.filter(({ cells }) => (cells[column] ?? null) !== value);
      const name = value === null ? "(missing)" : encode(value);
      groups.push({ id: `${encode(column)}=${name}`, cases: own, rest, level: "slice" });
      groups.push({ id: `${encode(column)}!=${name}`, cases: rest, rest: own, level: "complement" });
    }
  }
  return groups;
}

function compareSlices({ slices }: Assessment, groups: readonly Group[]): Comparison {
  const complaints: string[] = [];
  const wanted = groups.filter(({ level }) => level !== "all");
  const ids = wanted.map(({ id }) => id).sort();
  const got = slices.map(({ id }) => id).sort();
  if (JSON.stringify(ids) !== JSON.stringify(got)) complaints.push(`slices ${got.join()} for ${ids.join()}`);
  for (const { id, cases } of wanted) {
    const slice = slices.find((one) => one.id === id);
    const positives = cases.filter(({ positive }) => positive).length;
    const told = [slice?.n, slice?.positives, slice?.negatives];
    const right = [cases.length, positives, cases.length - positives];
    if (JSON.stringify(told) !== JSON.stringify(right))
      complaints.push(`${id}: ${told.join()} for ${right.join()}`);
  }
  return { complaints, compared: 3 * wanted.length };
}

function compareGroup(assessment: Assessment, group: Group, setting: Setting): Comparison {
  const expected = metricsOf(group.cases, basisOf(group, setting));
  const complaints: string[] = [];
  let compared = 0;
  for (const metric of metricNames(group, setting, expected)) {
    const id = `${setting.prefix}${metric}@${group.id}`;
    const estimate = assessment.estimates.find((one) => one.id === id);
    const right = expected[metric];
    if (estimate === undefined || right === undefined) {
      complaints.push(`${id} is missing`);
      continue;
    }
    if (!sameWay(metric, setting) || (metric === "value-missed" && group.cases.length < 2)) continue;
    compared += 1;
    complaints.push(...compareEstimate(estimate, right, setting));
  }
  return { complaints, compared };
}

/** A score that flags downwards is ranked in a test of its own, as is the money of a single case. */
function sameWay(metric: string, { reading }: Setting): boolean {
  return reading.flag !== "below" || (metric !== "roc-auc" && metric !== "average-precision");
}

function basisOf(group: Group, { reading, baseRates, scoreRange }: Setting): Basis {
  const [low, high] = scoreRange;
  const up = reading.flag !== "below";
  return {
    hasScore: reading.score !== undefined,
    hasThreshold: reading.threshold !== undefined || reading.prediction !== undefined,
    probability: low === 0 && high === 1 && up,
    baseRate: baseRates[group.id] ?? null,
    direction: up ? 1 : -1,
    whole: group.level === "all",
  };
}

function metricNames(
  group: Group,
  { reading, baseRates }: Setting,
  expected: Readonly<Record<string, Expected>>,
): string[] {
  const live = baseRates[group.id] === undefined ? [] : atBaseRate;
  const names =
    group.level === "all"
      ? Object.keys(expected)
      : [...(group.level === "slice" ? onSlices : everywhere), ...live];
  return [...new Set(names)].filter((name) => reading.value !== undefined || !name.startsWith("value-"));
}

function compareEstimate(estimate: Estimate, right: Expected, { reading }: Setting): string[] {
  const { id, value, numerator, denominator, interval } = estimate;
  const complaints: string[] = [];
  if (!near(value, right.value)) complaints.push(`${id} is ${String(value)} for ${String(right.value)}`);
  if (value === null && estimate.reason === null) complaints.push(`${id} has no value and no reason`);
  if (right.x === null || right.n === null) return complaints;
  if (numerator !== right.x || denominator !== right.n)
    complaints.push(`${id} is ${String(numerator)} of ${String(denominator)} for ${right.x} of ${right.n}`);
  if (reading.subject !== undefined) return complaints;
  const [low, high] = wilson(right.x, right.n);
  if (interval === null || !near(interval.low, low) || !near(interval.high, high))
    complaints.push(`${id} has interval ${JSON.stringify(interval)} for ${low} to ${high}`);
  return complaints;
}

function near(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function compareHistogram(assessment: Assessment, group: Group, setting: Setting): Comparison {
  const id = `${setting.prefix}scores@${group.id}`;
  const found = assessment.distributions.find((one) => one.id === id);
  const wanted = setting.reading.score !== undefined && group.level !== "complement";
  if (found === undefined || !wanted)
    return { complaints: wanted === (found !== undefined) ? [] : [`${id} is there or not`], compared: 1 };
  const [low, high] = setting.scoreRange;
  const steps = group.level === "all" ? 1_000 : 100;
  const { threshold } = setting.reading;
  // The threshold in use is an edge of its own, so that the counts on both its sides are exact.
  const own = threshold === undefined || threshold <= low || threshold >= high ? [] : [threshold];
  const even = Array.from({ length: steps + 1 }, (_, index) => low + ((high - low) * index) / steps);
  const edges = [...new Set([...even, ...own])].sort((a, b) => a - b);
  const count = (positive: boolean): number[] => {
    const bins = edges.map(() => 0);
    for (const one of group.cases) {
      if (one.positive !== positive) continue;
      const bin = edges.findLastIndex((edge) => edge <= (one.score ?? 0));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    return bins;
  };
  const same =
    JSON.stringify([found.edges, found.positive, found.negative]) ===
    JSON.stringify([edges, count(true), count(false)]);
  return { complaints: same ? [] : [`${id} has other bins`], compared: 3 * edges.length };
}

function compareBands(assessment: Assessment, setting: Setting): Comparison {
  const id = `${setting.prefix}calibration@all`;
  const table = assessment.tables.find((one) => one.id === id);
  const [low, high] = setting.scoreRange;
  const { score, flag } = setting.reading;
  const wanted = score !== undefined && low === 0 && high === 1 && flag !== "below";
  if (table === undefined || !wanted)
    return { complaints: wanted === (table !== undefined) ? [] : [`${id} is there or not`], compared: 1 };
  const complaints: string[] = [];
  for (let band = 0; band < 10; band += 1) {
    const own = setting.cases.filter((one) => bandOf(one.score ?? 0) === band);
    const expected = own.reduce((sum, one) => sum + (one.score ?? 0), 0);
    const right = [
      band / 10,
      (band + 1) / 10,
      own.length,
      own.filter((one) => one.positive).length,
      expected,
    ];
    const cells = table.rows[band]?.cells ?? [];
    if (!right.every((number, index) => near(cells[index] ?? null, number)))
      complaints.push(`${id} row ${band}: ${cells.join()} for ${right.join()}`);
  }
  return { complaints, compared: 50 };
}
