import type { Cell, SubjectCell } from "../../model/cell.js";
import type { StatedRate } from "../../model/stated-rate.js";
import type { Confusion } from "../../stats/types.js";
import type { MetricContext } from "../metric.js";

/** What becomes of a case: let through by the model, read by a person, stopped by the model. */
export type BandRole = "pass" | "review" | "stop";

/** One outcome: its cell counts as flagged those who get it. */
export interface BandOutcome {
  /** The author's word for it. */
  readonly name: string;
  readonly role: BandRole;
  readonly cell: Cell;
}

/** Decisions in more than two ways: the food of every band metric. */
export interface Banded {
  readonly outcomes: readonly BandOutcome[];
  readonly baseRate: StatedRate | null;
  /** Cases the model meets in one period; null where the plan does not say. */
  readonly volume: number | null;
  /** Reviewers' own error shares; null where nobody measured them. */
  readonly reviewers: { readonly misses: number | null; readonly falseAlarms: number | null };
}

/** The cell of all outcomes of a role together: flagged are those who get one of them. */
export function cellOfRole({ outcomes }: Banded, role: BandRole): Cell {
  const [first, ...others] = outcomes.filter((outcome) => outcome.role === role).map(({ cell }) => cell);
  if (first === undefined) throw new Error(`There is no band to ${role}`);
  return others.reduce(joined, first);
}

/** Both outcomes as one. Cells of one group list the same subjects in the same order. */
function joined(a: Cell, b: Cell): Cell {
  return {
    ...a,
    confusion: joinedCounts(a.confusion, b.confusion),
    subjects:
      a.subjects?.map((subject, index): SubjectCell => ({
        ...subject,
        confusion: joinedCounts(subject.confusion, b.subjects?.[index]?.confusion ?? null),
      })) ?? null,
  };
}

function joinedCounts(a: Confusion | null, b: Confusion | null): Confusion | null {
  if (a === null || b === null) return null;
  return { tp: a.tp + b.tp, fn: a.fn - b.tp, fp: a.fp + b.fp, tn: a.tn - b.fp };
}

/** Everyone without those of a role. */
export function cellWithoutRole(banded: Banded, role: BandRole): Cell {
  const cell = cellOfRole(banded, role);
  const turned = (counts: Confusion | null): Confusion | null =>
    counts === null ? null : { tp: counts.fn, fn: counts.tp, fp: counts.tn, tn: counts.fp };
  return {
    ...cell,
    confusion: turned(cell.confusion),
    subjects: cell.subjects?.map((subject) => ({ ...subject, confusion: turned(subject.confusion) })) ?? null,
  };
}

/** Bands need nothing of a metric's context but the level and the base rate. */
export function contextOf(level: number, baseRate: StatedRate | null): MetricContext {
  return { level, baseRate, probability: false, flag: "at-or-above" };
}
