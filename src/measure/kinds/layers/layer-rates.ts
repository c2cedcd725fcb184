import { jointFalseStop } from "../../../metrics/layers/joint-false-stop.js";
import { jointSlip } from "../../../metrics/layers/joint-slip.js";
import { jointSlipIfIndependent } from "../../../metrics/layers/joint-slip-if-independent.js";
import { layerFalseStop } from "../../../metrics/layers/layer-false-stop.js";
import { layerSlip } from "../../../metrics/layers/layer-slip.js";
import type { LayerSum, LayerSums } from "../../../metrics/layers/layer-sums.js";
import type { MetricOf } from "../../../metrics/metric.js";
import type { Estimate } from "../../../model/assessment.js";
import { worstApcer } from "../../../stats/worst-apcer.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { attacksBySpecies, layerSums, type LayerCount } from "./layer-counts.js";

const level = 0.95;

/**
 * Slips and false stops of the layers, together and one by one.
 *
 * The joint slip is that of the attack type which passes all layers most often: a mean over types would say more
 * about how many of each were tried than about the layers. The product of the single rates stands beside it.
 */
export function layerRates(
  counts: readonly LayerCount[],
  layers: readonly string[],
  place: EstimatePlace,
): Estimate[] {
  const sums = (keep: (count: LayerCount) => boolean): LayerSums =>
    layerSums(counts.filter(keep), layers.length);
  const types = attacksBySpecies(counts).map(({ species, counts: own }) => ({
    species,
    ...layerSums(own, layers.length),
  }));
  const worst = worstApcer(
    types.map(({ species, passedAll, n }) => ({ species, accepted: passedAll, presentations: n })),
  );
  const hardest = types.find(({ species }) => species === worst?.species) ?? sums(() => false);
  const attacks = sums(({ attack }) => attack !== null);
  const honest = sums(({ attack }) => attack === null);
  const together = (metric: MetricOf<LayerSums>, of: LayerSums, facet?: string): Estimate =>
    estimateOf(metric, metric.compute(of, level), facet === undefined ? place : { ...place, facet });
  const single = (metric: MetricOf<LayerSum>, of: LayerSums): Estimate[] =>
    layers.map((layer, index) =>
      estimateOf(metric, metric.compute({ n: of.n, passed: of.passed[index] ?? 0 }, level), {
        ...place,
        facet: layer,
      }),
    );
  const named = worst === null ? {} : { worst: worst.species };
  return [
    { ...together(jointSlip, hardest), ...named },
    { ...together(jointSlipIfIndependent, hardest), ...named },
    ...types.flatMap((type) => [
      together(jointSlip, type, type.species),
      together(jointSlipIfIndependent, type, type.species),
    ]),
    ...single(layerSlip, attacks),
    together(jointFalseStop, honest),
    ...single(layerFalseStop, honest),
  ];
}
