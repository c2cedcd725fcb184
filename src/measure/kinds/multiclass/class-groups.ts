import type { SubjectCases } from "../../../metrics/multiclass/class-cell.js";
import type { ClassTable } from "./class-counts.js";

/** The cases of one slice value, or of all, and of every other case. */
export interface ClassGroup {
  readonly value: string | null;
  readonly own: CountedClasses;
  readonly rest: CountedClasses;
}

export interface CountedClasses {
  readonly matrix: readonly (readonly number[])[];
  /** One entry per subject, in the order of their numbers; null when no subject column was named. */
  readonly subjects: ReadonlyMap<number, SubjectCases> | null;
  readonly n: number;
}

/** Groups of a table one after the other, in the order of its values. */
export function* classGroups(table: ClassTable, classes: number): Generator<ClassGroup> {
  const hasSubjects = table.subject.length > 0;
  const rowsOf = new Map<number, number[]>();
  table.group.forEach((group, row) => {
    const rows = rowsOf.get(group) ?? [];
    rows.push(row);
    rowsOf.set(group, rows);
  });
  const every = Array.from(table.group, (_, row) => row);
  const all = counted(table, every, classes, false);
  for (const [place, value] of table.values.entries()) {
    const own = counted(table, rowsOf.get(place) ?? [], classes, hasSubjects);
    // With subjects the other cases are gathered anew: a subject may have cases on both sides.
    const rest = hasSubjects
      ? counted(
          table,
          every.filter((row) => table.group[row] !== place),
          classes,
          true,
        )
      : less(all, own);
    yield { value, own, rest };
  }
}

function less(all: CountedClasses, own: CountedClasses): CountedClasses {
  const matrix = all.matrix.map((row, i) => row.map((count, j) => count - (own.matrix[i]?.[j] ?? 0)));
  return { matrix, subjects: null, n: all.n - own.n };
}

function counted(
  table: ClassTable,
  rows: readonly number[],
  classes: number,
  hasSubjects: boolean,
): CountedClasses {
  const matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  const subjects = new Map<number, { actual: number; predicted: number; n: number }[]>();
  let all = 0;
  for (const row of rows) {
    const actual = table.actual[row] ?? 0;
    const predicted = table.predicted[row] ?? 0;
    const n = table.n[row] ?? 0;
    const counts = matrix[actual];
    if (counts !== undefined) counts[predicted] = (counts[predicted] ?? 0) + n;
    all += n;
    if (!hasSubjects) continue;
    const subject = table.subject[row] ?? -1;
    const cases = subjects.get(subject) ?? [];
    cases.push({ actual, predicted, n });
    subjects.set(subject, cases);
  }
  return { matrix, subjects: hasSubjects ? subjects : null, n: all };
}
