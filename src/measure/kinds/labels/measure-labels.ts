import type { Estimate } from "../../../model/assessment.js";
import { plainClasses } from "../../../model/plain-classes.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { correctedBaseRate } from "../../../metrics/labels/corrected-base-rate.js";
import { krippendorffAlphaOfLabels } from "../../../metrics/labels/krippendorff-alpha.js";
import { orderedMetrics, pairMetrics } from "../../../metrics/labels/all.js";
import type { CodedUnits } from "../../../stats/types.js";
import { estimateOf } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { textReader } from "../../query/read-keys.js";
import { estimatePlace } from "../estimate-place.js";
import { isValue } from "../is-value.js";
import { inOrder } from "../multiclass/class-names.js";

const level = 0.95;

/** What several people's labels say about each other. */
export interface MeasuredLabels {
  readonly estimates: readonly Estimate[];
  readonly rows: number;
  /** Rows that two people or more labelled. */
  readonly used: number;
  /** Rows that nobody labelled, or one person alone. */
  readonly blank: number;
}

/**
 * Agreement, kappa, alpha and what they say of the labels' noise, from counts of rows that were labelled alike.
 *
 * With two people the numbers carry no facet; with more, each pair has its own: `agreement[label_a=label_b]`.
 */
export async function measureLabels(input: EvaluationInput): Promise<MeasuredLabels> {
  const { evaluation, source, ask } = input;
  const { annotators = [] } = evaluation;
  if (source === null || annotators.length === 0) return { estimates: [], rows: 0, used: 0, blank: 0 };
  const { rows, groups } = await ask({
    source,
    columns: annotators.map((name) => ({ name, as: "text", range: null })),
    groups: [
      {
        keys: Object.fromEntries(annotators.map((column, i) => [`a${i}`, { key: "text", column }] as const)),
      },
    ],
  });
  const [answer] = groups;
  if (answer === undefined) throw new Error("An engine left a group unanswered");
  const readers = annotators.map((_, i) => textReader(answer, `a${i}`));
  const patterns = Array.from(answer.n, (count, row) => ({
    labels: readers.map((read) => read(row)),
    count,
  }));
  const isCoded = ({ labels }: Pattern): boolean => labels.filter((label) => label !== null).length >= 2;
  const used = patterns.filter(isCoded).reduce((sum, { count }) => sum + count, 0);
  return { estimates: estimatesOf(input, patterns), rows, used, blank: rows - used };
}

/** Rows that were labelled alike, and how many there are. */
interface Pattern {
  readonly labels: readonly (string | null)[];
  readonly count: number;
}

function estimatesOf(input: EvaluationInput, patterns: readonly Pattern[]): Estimate[] {
  const { evaluation } = input;
  const { annotators = [], annotator_scale: scale = "nominal", reviewers, positive } = evaluation;
  const place = { ...estimatePlace(input), threshold: null, baseRate: null };
  const categories = categoriesOf(evaluation, patterns);
  const codeOf = coder(categories);
  const ofPairs = annotators.flatMap((first, i) =>
    annotators.slice(i + 1).flatMap((second, offset) => {
      const matrix = matrixOf(patterns, i, i + 1 + offset, categories.length, codeOf);
      const facet = annotators.length === 2 ? {} : { facet: `${first}=${second}` };
      const metrics = scale === "nominal" ? pairMetrics : [...pairMetrics, ...orderedMetrics];
      return metrics.map((metric) =>
        estimateOf(metric, metric.compute({ matrix }, level), { ...place, ...facet }),
      );
    }),
  );
  const alpha = krippendorffAlphaOfLabels.compute(codedUnits(patterns, scale, codeOf), level);
  const all = [...ofPairs, estimateOf(krippendorffAlphaOfLabels, alpha, place)];
  if (reviewers === undefined || positive === undefined) return all;
  const labelled = patterns.filter(({ labels }) => labels[0] != null);
  const total = (of: readonly Pattern[]): number => of.reduce((sum, { count }) => sum + count, 0);
  const x = total(labelled.filter(({ labels }) => isValue(labels[0] ?? "", String(positive))));
  const { sensitivity, specificity } = reviewers;
  const corrected = correctedBaseRate.compute({ x, n: total(labelled), sensitivity, specificity }, level);
  return [...all, estimateOf(correctedBaseRate, corrected, place)];
}

/** Every label there is, in the order of the plan, else numbers by size and words by their letters. */
function categoriesOf({ classes = [] }: EvaluationPlan, patterns: readonly Pattern[]): string[] {
  const named = plainClasses(classes);
  const found = [...new Set(patterns.flatMap(({ labels }) => labels.flatMap((label) => label ?? [])))];
  const others: string[] = [];
  for (const label of found.sort(inOrder))
    if (![...named, ...others].some((known) => isValue(label, known))) others.push(label);
  return [...named, ...others];
}

/** Place of a label among the categories; each label is looked up once. */
function coder(categories: readonly string[]): (label: string) => number {
  const places = new Map<string, number>();
  return (label) => {
    const known = places.get(label) ?? categories.findIndex((name) => isValue(label, name));
    places.set(label, known);
    return known;
  };
}

function matrixOf(
  patterns: readonly Pattern[],
  first: number,
  second: number,
  size: number,
  codeOf: (label: string) => number,
): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const { labels, count } of patterns) {
    const [a, b] = [labels[first] ?? null, labels[second] ?? null];
    const row = a === null ? undefined : matrix[codeOf(a)];
    if (row !== undefined && b !== null) row[codeOf(b)] = (row[codeOf(b)] ?? 0) + count;
  }
  return matrix;
}

/** Labels as numbers: as written where distances count, else their place in the order. */
function codedUnits(
  patterns: readonly Pattern[],
  scale: "nominal" | "ordinal" | "interval" | "ratio",
  codeOf: (label: string) => number,
) {
  const asWritten = scale === "interval" || scale === "ratio";
  const units = patterns.map(({ labels, count }): CodedUnits => ({
    count,
    values: labels.map((label) => (label === null ? null : asWritten ? Number(label) : codeOf(label))),
  }));
  const isFit = (value: number | null): boolean =>
    value === null || (Number.isFinite(value) && (scale !== "ratio" || value >= 0));
  return { units, scale, coded: units.every(({ values }) => values.every(isFit)) };
}
