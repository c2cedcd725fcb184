import type { Pair, PairUnit } from "../../../metrics/comparison/pair.js";
import type { ModelPlan } from "./count-comparison.js";
import type { JointGroup } from "./joint-counts.js";

/** What an estimate of two models is narrowed to: `a-vs-b`. */
export function pairFacet(models: readonly ModelPlan[], [a, b]: readonly [number, number]): string {
  return `${models[a]?.id ?? ""}-vs-${models[b]?.id ?? ""}`;
}

/** Every two of the models, by their places in the plan. */
export function pairsOf(models: readonly ModelPlan[]): [number, number][] {
  return models.flatMap((_, a) =>
    models.slice(a + 1).map((_model, next): [number, number] => [a, a + 1 + next]),
  );
}

/** Two of the models over the groups given: units of equal counts once, with how many there are. */
export function pairOf(
  groups: readonly JointGroup[],
  [a, b]: readonly [number, number],
  bySubject: boolean,
): Pair {
  const place = ({ positive, flagged }: JointGroup): number =>
    4 * Number(positive) + 2 * Number(flagged[a] === true) + Number(flagged[b] === true);
  if (!bySubject) {
    const counts = new Array<number>(8).fill(0);
    for (const group of groups) counts[place(group)] = (counts[place(group)] ?? 0) + group.n;
    const units = counts.flatMap((n, own): PairUnit[] =>
      n === 0 ? [] : [{ n, cells: counts.map((_, cell) => Number(cell === own)) }],
    );
    return { units, bySubject };
  }

  const subjects = new Map<number, number[]>();
  for (const group of groups) {
    const cells = subjects.get(group.subject) ?? new Array<number>(8).fill(0);
    subjects.set(group.subject, cells);
    cells[place(group)] = (cells[place(group)] ?? 0) + group.n;
  }
  const kinds = new Map<string, { n: number; cells: readonly number[] }>();
  for (const cells of subjects.values()) {
    const name = cells.join();
    const known = kinds.get(name);
    if (known === undefined) kinds.set(name, { n: 1, cells });
    else known.n += 1;
  }
  return { units: [...kinds.values()], bySubject };
}
