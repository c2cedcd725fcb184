import type { LayerDetails } from "../../../model/attack-details.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import type { EstimatePlace } from "../../estimate.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { rowFacts } from "../row-facts.js";
import { countLayers, type LayerAnswer } from "./count-layers.js";
import { layerSums } from "./layer-counts.js";
import { layerPairs, phiEstimate } from "./layer-pairs.js";
import { layerRates } from "./layer-rates.js";
import { layerTable } from "./layer-table.js";
import { statedLayerRates } from "./stated-layers.js";

/** Several checks that one case must pass: what slips past all of them, and what any of them stops. */
export const layers: EvidenceKind = {
  id: "layers",
  summary:
    "Several checks on the same cases, or the stated rates of each: what gets past all of them together.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    const place: EstimatePlace = { ...estimatePlace(input), threshold: null };
    if (source === null) return measureStated(input, place);
    const columns = (evaluation.layers ?? []).flatMap((layer) => (typeof layer === "string" ? [layer] : []));
    return measureRows(input, columns, await countLayers(evaluation, source, columns, ask), place);
  },
};

function measureRows(
  input: EvaluationInput,
  columns: readonly string[],
  { rows, labelBlank, undecided, counts }: LayerAnswer,
  place: EstimatePlace,
): MeasuredEvaluation {
  const { evaluation } = input;
  const pairs = layerPairs(counts, columns);
  const positives = layerSums(
    counts.filter(({ attack }) => attack !== null),
    columns.length,
  ).n;
  const negatives = layerSums(
    counts.filter(({ attack }) => attack === null),
    columns.length,
  ).n;
  const phis = pairs.map((pair) => phiEstimate(pair, place));
  const { names = {}, label = "", species = label } = evaluation;
  const details: LayerDetails = {
    onlyRates: false,
    pairs: pairs.flatMap((pair, index) => {
      const estimate = phis[index];
      if (pair.species === null || estimate?.value == null) return [];
      const layerNamed = (id: string) => ({ id, name: names[id] ?? id });
      return [
        {
          first: layerNamed(pair.first),
          second: layerNamed(pair.second),
          species: { id: pair.species, name: names[`${species}=${pair.species}`] ?? pair.species },
          estimate: estimate.id,
          outcomes: pair.outcomes,
        },
      ];
    }),
  };
  const facts = rowFacts(input, {
    rows,
    used: positives + negatives,
    positives,
    negatives,
    excluded: { label_blank: labelBlank, score_blank: undecided, score_not_finite: 0 },
  });
  // Names of layers alone: those of attacks must not leave the editions that show attacks.
  const named = Object.fromEntries(
    columns.flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]]])),
  );
  return {
    ...nothingMeasured({ ...facts, facet_names: named }),
    estimates: [...layerRates(counts, columns, place), ...phis],
    tables: [
      layerTable(counts, columns, {
        id: `${place.prefix}layers@all`,
        kind: "layers",
        evaluation: evaluation.id,
        slice: "all",
      }),
    ],
    details: { layers: details },
  };
}

function measureStated(input: EvaluationInput, place: EstimatePlace): MeasuredEvaluation {
  const stated = (input.evaluation.layers ?? []).flatMap((layer) =>
    typeof layer === "string" ? [] : [layer],
  );
  const facts = rowFacts(input, {
    rows: null,
    used: 0,
    positives: null,
    negatives: null,
    excluded: { label_blank: 0, score_blank: 0, score_not_finite: 0 },
  });
  return {
    ...nothingMeasured({ ...facts, basis: "rates" }),
    estimates: statedLayerRates(stated, place),
    details: { layers: { onlyRates: true, pairs: [] } },
  };
}
