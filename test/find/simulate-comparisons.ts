import { seeded } from "../measure/seeded.js";
import type { MemoryRow } from "../measure/count-in-memory.js";

/** What the simulated people are like. */
export interface ComparisonSimulation {
  readonly perGroup?: number;
  readonly groups?: readonly string[];
  /** How much lower group `a` scores against itself: more of its genuine comparisons are refused. */
  readonly shift?: number;
  /** How much higher two people of group `a` score: more of its impostors are accepted. */
  readonly lift?: number;
}

interface Person {
  readonly id: string;
  readonly group: string;
  readonly own: number;
}

/** Comparisons of every two people once, and of each with themselves six times; some people resemble everybody. */
export function simulateComparisons(
  seed: number,
  { perGroup = 30, groups = ["a", "b"], shift = 0, lift = 0 }: ComparisonSimulation = {},
): MemoryRow[] {
  const source = seeded(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - source.next())) * Math.cos(2 * Math.PI * source.next());
  const people: Person[] = groups.flatMap((group) =>
    Array.from({ length: perGroup }, (_, index) => ({ id: `${group}${index}`, group, own: 0.3 * normal() })),
  );
  const row = (probe: Person, reference: Person, genuine: number, score: number): MemoryRow => ({
    probe: probe.id,
    reference: reference.id,
    group_probe: probe.group,
    group_reference: reference.group,
    genuine,
    score: Number(score.toFixed(4)),
  });
  return people.flatMap((probe, i) => [
    ...Array.from({ length: 6 }, () =>
      row(probe, probe, 1, 3 + probe.own + normal() - (probe.group === "a" ? shift : 0)),
    ),
    ...people.slice(i + 1).map((reference) => {
      const isWithin = probe.group === "a" && reference.group === "a";
      return row(probe, reference, 0, probe.own + reference.own + normal() + (isWithin ? lift : 0));
    }),
  ]);
}

/** Keys of the plan that name the columns of these comparisons. */
export const simulatedKeys = {
  task: "verification",
  label: "genuine",
  positive: 1,
  score: "score",
  subjects: { probe: "probe", reference: "reference" },
  demographics: { group: { probe: "group_probe", reference: "group_reference" } },
};
