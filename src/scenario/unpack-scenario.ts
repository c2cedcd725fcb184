import type {
  PackedClusters,
  PackedScenario,
  ScenarioClusters,
  ScenarioData,
} from "../model/scenario-data.js";

/** The data that `packScenario` has written. */
export function unpackScenario(packed: PackedScenario): ScenarioData {
  const { edges, positives, negatives, clusters } = packed.histogram;
  return {
    ...packed,
    histogram: {
      edges: "count" in edges ? regularEdges(edges) : edges,
      positives: countsOf(positives),
      negatives: countsOf(negatives),
      clusters:
        clusters === null
          ? null
          : { positives: clustersOf(clusters.positives), negatives: clustersOf(clusters.negatives) },
    },
    phrases: Object.fromEntries(
      Object.entries(packed.phrases).flatMap(([start, phrases]) =>
        Object.entries(phrases).map(([end, phrase]) => [`${start}.${end}`, phrase]),
      ),
    ),
  };
}

/** So many edges, a step apart. */
export function regularEdges({
  first,
  step,
  count,
}: {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}): number[] {
  return Array.from({ length: count }, (_, place) => Number((first + place * step).toPrecision(12)));
}

function countsOf(digits: string): number[] {
  return (digits.match(/\(\w+\)|\w/g) ?? []).map((count) => Number.parseInt(count.replace("(", ""), 36));
}

function clustersOf({ subjects, effects }: PackedClusters): ScenarioClusters {
  return {
    subjects,
    effects: effects.flatMap((effect, place) =>
      place % 2 === 0 ? new Array<number | null>(effects[place + 1] ?? 0).fill(effect) : [],
    ),
  };
}
