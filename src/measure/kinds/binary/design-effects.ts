import type { SubjectCell } from "../../../model/cell.js";
import type { Distribution } from "../../../model/assessment.js";
import { clusterVariance } from "../../../stats/cluster-variance.js";

type Effects = NonNullable<Distribution["design_effect"]>;

/**
 * What repeated subjects do to the range of a share, at each threshold of a histogram: one pass over all cases from the
 * highest score down. It is the same for the cases at or above a threshold and for those below it.
 *
 * @param edges - rising
 * @returns null for a model without scores, and where every row stands alone
 */
export function designEffects(
  subjects: readonly SubjectCell[] | null,
  edges: readonly number[],
): Effects | null {
  if (subjects === null || subjects.some(({ scores }) => scores === null)) return null;
  return {
    positive: effectsOf(subjects, edges, "positives"),
    negative: effectsOf(subjects, edges, "negatives"),
  };
}

function effectsOf(
  subjects: readonly SubjectCell[],
  edges: readonly number[],
  side: "positives" | "negatives",
): Effects["positive"] {
  const own = subjects.filter((subject) => subject[side] > 0);
  const falling = own
    .flatMap((subject, index) =>
      (subject.scores ?? []).map((group) => ({ score: group.score, count: group[side], index })),
    )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.score - a.score);
  const flagged = new Array<number>(own.length).fill(0);
  const sums = {
    subjects: own.length,
    errors: 0,
    trials: sum(own, (subject) => subject[side]),
    sumK2: 0,
    sumKM: 0,
    sumM2: sum(own, (subject) => subject[side] ** 2),
  };
  const effects = new Array<number | null>(edges.length).fill(null);
  let next = 0;
  for (let place = edges.length - 1; place >= 0; place -= 1) {
    for (; (falling[next]?.score ?? -Infinity) >= (edges[place] ?? 0); next += 1) {
      const { index, count } = falling[next] ?? { index: 0, count: 0 };
      const before = flagged[index] ?? 0;
      flagged[index] = before + count;
      sums.errors += count;
      sums.sumK2 += 2 * before * count + count * count;
      sums.sumKM += count * (own[index]?.[side] ?? 0);
    }
    effects[place] = rounded(clusterVariance(sums).designEffect);
  }
  return { subjects: own.length, effects };
}

/** Six digits: no printed range shows more. */
function rounded(effect: number | null): number | null {
  return effect === null ? null : Number(effect.toPrecision(6));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
