import type { CombinationCounts } from "../model/binary-details.js";
import type { Evidence } from "../model/evidence.js";
import { sliceId } from "../model/slice-id.js";
import type { Confusion } from "../stats/types.js";
import { estimatesOf } from "./estimates-of.js";
import { fact, type Candidate } from "./finder.js";
import { errsNotably, moreErrorsP, type ErrorCounts } from "./more-errors-p.js";

/** Fewest cases of the class, in the combination and outside it, on which it is judged. */
const minimumCases = 30;

/** The two ways to be judged wrongly. */
const kinds = [
  { metric: "recall", of: ({ fn, tp }: Confusion) => ({ errors: fn, n: fn + tp }) },
  { metric: "false-alarms", of: ({ fp, tn }: Confusion) => ({ errors: fp, n: fp + tn }) },
] as const;

/**
 * Combinations of two or three slice values that are judged wrongly more often than all other cases, and more often
 * than each group they are part of: one that a part of it explains is no finding of its own.
 *
 * The p-value is the largest over these comparisons, so that a weak value makes none of its combinations one.
 *
 * @see Chung et al. 2019, ICDE 1550 (SliceFinder: lattice search, larger slices first)
 */
export function weakCombinations(evidence: Evidence, evaluation: string): Candidate[] {
  const combinations = evidence.details[evaluation]?.combinations ?? [];
  const all = evidence.cells[evaluation]?.all?.confusion ?? null;
  if (combinations.length === 0 || all === null) return [];
  const known = new Map(combinations.map((one) => [idOf(one.columns, one.values), one.counts]));
  const partOf = (columns: readonly string[], values: readonly (string | null)[]): Confusion | null =>
    columns.length === 1
      ? (evidence.cells[evaluation]?.[idOf(columns, values)]?.confusion ?? null)
      : (known.get(idOf(columns, values)) ?? null);
  return kinds.flatMap((kind) => {
    const worth = worthOf(evidence, evaluation, kind.metric);
    return combinations.flatMap((one) => {
      const parts = one.columns.flatMap((_, leftOut) => {
        const part = partOf(without(one.columns, leftOut), without(one.values, leftOut));
        return part === null ? [] : [part];
      });
      return candidate(evidence, { evaluation, one, parts, all, kind, worth });
    });
  });
}

interface Place {
  readonly evaluation: string;
  readonly one: CombinationCounts;
  readonly parts: readonly Confusion[];
  readonly all: Confusion;
  readonly kind: (typeof kinds)[number];
  /** Independent cases that one row is worth. */
  readonly worth: number;
}

function candidate(evidence: Evidence, { evaluation, one, parts, all, kind, worth }: Place): Candidate[] {
  const own = kind.of(one.counts);
  const others = [all, ...parts].map((counts) => {
    const { errors, n } = kind.of(counts);
    return { errors: errors - own.errors, n: n - own.n };
  });
  const [rest] = others;
  if (rest === undefined || own.n * worth < minimumCases || rest.n * worth < minimumCases) return [];
  const weigh = ({ errors, n }: { errors: number; n: number }): ErrorCounts => ({
    errors,
    n,
    worth: n * worth,
  });
  // A part that holds little else than the combination is the same group under a shorter name.
  const p = Math.max(
    ...others.map((other) =>
      other.n * worth < minimumCases ? 1 : (moreErrorsP(weigh(own), weigh(other)) ?? 1),
    ),
  );
  const rate = own.errors / own.n;
  const usual = [rest, ...parts.map((part) => kind.of(part))].map(({ errors, n }) => errors / n);
  const id = idOf(one.columns, one.values);
  return [
    fact("weak-slice", "SLC", `finding.weak-slice-combination.${kind.metric}`, {
      id: `weak-slice@${id}#${kind.metric}`,
      evaluation,
      slots: {
        where: nameOf(evidence, evaluation, one),
        combination: id,
        errors: own.errors,
        of: own.n,
        rest_errors: rest.errors,
        rest_of: rest.n,
      },
      p,
      practical: usual.every((other) => errsNotably(rate, other)),
    }),
  ];
}

/** Slice ids of several columns, joined in the order of the columns. */
function idOf(columns: readonly string[], values: readonly (string | null)[]): string {
  return columns.map((column, index) => sliceId(column, values[index] ?? null)).join("&");
}

function without<Item>(items: readonly Item[], place: number): Item[] {
  return items.filter((_, index) => index !== place);
}

/** Columns and values in the author's words. */
function nameOf({ slices }: Evidence, evaluation: string, { columns, values }: CombinationCounts): string {
  return columns
    .map((column, index) => {
      const id = sliceId(column, values[index] ?? null);
      const slice = slices.find((own) => own.evaluation === evaluation && own.id === id);
      return slice?.name ?? `${slice?.column_name ?? column}: ${values[index] ?? "-"}`;
    })
    .join(", ");
}

/** Independent cases per row, over all cases: 1 where every row stands alone. */
function worthOf(evidence: Evidence, evaluation: string, metric: string): number {
  const estimate = estimatesOf(evidence, evaluation)(metric, "all");
  return estimate?.n_effective == null || estimate.n === 0
    ? 1
    : Math.min(1, estimate.n_effective / estimate.n);
}
