import type { Axis, AxisGroup } from "../../../../model/audit-details.js";
import type { EvaluationPlan } from "../../../../model/plan.js";
import { sliceId } from "../../../../model/slice-id.js";
import type { EvaluationInput } from "../../../evaluation-input.js";
import type { ColumnUse, GroupAnswer, Key } from "../../../query/count-query.js";
import { numbersOf, textReader } from "../../../query/read-keys.js";
import { isValue } from "../../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../../slice-columns.js";
import { thresholdOf } from "../threshold-of.js";
import { medianScore } from "./median-score.js";

/** Score sums travel as whole 2^-30: 10^9 rows still add below 2^62. */
const scoreBits = 30;

/**
 * Asks who was selected in every group of every axis, and what became of them.
 *
 * Persons whose outcome is not known count for the selection all the same: they were assessed. Without a threshold
 * a person counts as selected above the median score of the whole sample, as New York City's rule has it.
 */
export async function countAudit(input: EvaluationInput): Promise<Axis[]> {
  const { plan, evaluation, source, ask } = input;
  const { fairness, label = "", score, prediction } = evaluation;
  if (source === null || fairness === undefined) return [];
  const protectedColumns = sliceColumns(evaluation).filter(({ column }) =>
    (fairness.columns ?? []).includes(column),
  );
  if (protectedColumns.length === 0) return [];
  const threshold = thresholdOf(evaluation, plan);
  const median = score !== undefined && threshold === null ? await medianScore(input) : null;
  const decision: Record<string, Key> =
    score === undefined
      ? { said: { key: "text", column: prediction ?? "" } }
      : {
          decided:
            median === null
              ? { key: "flagged", column: score, threshold: threshold ?? 0, flag: evaluation.flag }
              : { key: "flagged", column: score, threshold: justAbove(median), flag: "at-or-above" },
        };
  const axes = axesOf(protectedColumns);
  const columns: ColumnUse[] = [
    { name: label, as: "text", range: null },
    ...(score === undefined
      ? [{ name: prediction ?? "", as: "text", range: null } as const]
      : [{ name: score, as: "number", range: evaluation.score_range ?? ([0, 1] as const) } as const]),
    ...protectedColumns.map(({ use }) => use),
  ];
  const { groups } = await ask({
    source,
    columns: columns.filter(
      (use, index) => columns.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
    ),
    groups: axes.map((axis) => ({
      keys: {
        label: { key: "text", column: label },
        ...decision,
        ...Object.fromEntries(axis.map(({ key }, place) => [`axis${place}`, key])),
      },
      ...(isProbability(evaluation)
        ? { sums: { total: { of: { column: score ?? "" }, bits: scoreBits } } }
        : {}),
    })),
  });
  return axes.map((axis, index) => {
    const answer = groups[index];
    if (answer === undefined) throw new Error("An engine left a group unanswered");
    return axisOf(axis, answer, input, median !== null);
  });
}

/** Each protected column, then every two of them. */
function axesOf(columns: readonly SliceColumn[]): SliceColumn[][] {
  const pairs = columns.flatMap((first, index) => columns.slice(index + 1).map((second) => [first, second]));
  return [...columns.map((column) => [column]), ...pairs];
}

function isProbability({ score, score_range: [low, high] = [0, 1], flag }: EvaluationPlan): boolean {
  return score !== undefined && low === 0 && high === 1 && flag === "at-or-above";
}

/** The next double: at or above it is strictly above the number itself. */
function justAbove(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  if (x === 0) return Number.MIN_VALUE;
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function axisOf(
  axis: readonly SliceColumn[],
  answer: GroupAnswer,
  { evaluation, source }: EvaluationInput,
  byMedian: boolean,
): Axis {
  if (source === null) throw new Error("There is no source");
  const positive = String(evaluation.positive);
  const labelOf = textReader(answer, "label");
  const said = textReader(answer, "said");
  const decided = numbersOf(answer, "decided");
  const flagOf = (row: number): boolean | null => {
    if (evaluation.score === undefined) {
      const word = said(row);
      return word === null ? null : isValue(word, positive);
    }
    const flag = decided?.[row] ?? Number.NaN;
    return Number.isNaN(flag) ? null : flag === 1;
  };
  const rows = Array.from(answer.n, (_, row) => row).filter((row) => flagOf(row) !== null);
  const read = axis.map((slice, place) => sliceValues(slice, answer.keys[`axis${place}`], rows, source));
  const unknown = new Set((evaluation.fairness?.unknown ?? []).map(String));
  const favoured = byMedian || (evaluation.fairness?.selected ?? "flagged") === "flagged";
  const found = new Map<string, Mutable>();
  for (const [place, row] of rows.entries()) {
    const values = read.map(({ values: all, group }) => all[group[place] ?? 0] ?? null);
    const group = axis.map(({ column }, index) => sliceId(column, values[index] ?? null)).join("&");
    const own = found.get(group) ?? emptyGroup(group, values, unknown, isProbability(evaluation));
    found.set(group, own);
    add(own, {
      n: answer.n[row] ?? 0,
      flagged: flagOf(row) === true,
      favoured,
      label: labelOf(row),
      positive,
    });
    if (labelOf(row) !== null && own.expected !== null)
      own.expected += (answer.sums.total?.[row] ?? 0) / 2 ** scoreBits;
  }
  const columns = axis.map(({ column }) => column);
  return { name: columns.join("&"), columns, groups: [...found.values()] };
}

interface Mutable extends AxisGroup {
  assessed: number;
  selected: number;
  confusion: { tp: number; fn: number; fp: number; tn: number };
  expected: number | null;
}

function emptyGroup(
  group: string,
  values: readonly (string | null)[],
  unknown: ReadonlySet<string>,
  hasScore: boolean,
): Mutable {
  return {
    group,
    values,
    known: values.every((value) => value !== null && !unknown.has(value)),
    assessed: 0,
    selected: 0,
    confusion: { tp: 0, fn: 0, fp: 0, tn: 0 },
    expected: hasScore ? 0 : null,
  };
}

interface Counted {
  readonly n: number;
  readonly flagged: boolean;
  /** True where the flagged are the selected. */
  readonly favoured: boolean;
  readonly label: string | null;
  readonly positive: string;
}

function add(own: Mutable, { n, flagged, favoured, label, positive }: Counted): void {
  own.assessed += n;
  if (flagged === favoured) own.selected += n;
  if (label === null) return;
  if (isValue(label, positive)) own.confusion[flagged ? "tp" : "fn"] += n;
  else own.confusion[flagged ? "fp" : "tn"] += n;
}
