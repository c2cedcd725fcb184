import type { PackedScenario, ScenarioClusters, ScenarioData } from "../model/scenario-data.js";
import { regularEdges } from "./unpack-scenario.js";

/** What the sliders of a page carry, written as short as it can be read again: `unpackScenario` gives the same data. */
export function packScenario(data: ScenarioData): PackedScenario {
  const { histogram } = data;
  const { edges, positives, negatives, clusters } = histogram;
  return {
    ...data,
    histogram: {
      edges: packEdges(edges),
      positives: positives.map(packCount).join(""),
      negatives: negatives.map(packCount).join(""),
      clusters:
        clusters === null
          ? null
          : { positives: packClusters(clusters.positives), negatives: packClusters(clusters.negatives) },
    },
    phrases: packIds(data.phrases),
  };
}

function packEdges(edges: readonly number[]): PackedScenario["histogram"]["edges"] {
  const [first = 0, second = 1] = edges;
  const regular = { first, step: Number((second - first).toPrecision(12)), count: edges.length };
  const isSame = regularEdges(regular).every((edge, place) => edge === edges[place]);
  return isSame && edges.length > 3 ? regular : edges;
}

function packCount(count: number): string {
  const digits = count.toString(36);
  return digits.length === 1 ? digits : `(${digits})`;
}

function packClusters({ subjects, effects }: ScenarioClusters) {
  const runs: (number | null)[] = [];
  let length = 0;
  for (const [place, effect] of effects.entries()) {
    length += 1;
    if (place < effects.length - 1 && effects[place + 1] === effect) continue;
    runs.push(effect, length);
    length = 0;
  }
  return { subjects, effects: runs };
}

function packIds(phrases: ScenarioData["phrases"]): PackedScenario["phrases"] {
  const packed: Record<string, Record<string, string>> = {};
  for (const [id, phrase] of Object.entries(phrases)) {
    const dot = id.lastIndexOf(".");
    (packed[id.slice(0, dot)] ??= {})[id.slice(dot + 1)] = phrase;
  }
  return packed;
}
