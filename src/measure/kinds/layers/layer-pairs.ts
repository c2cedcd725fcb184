import { phi } from "../../../metrics/layers/phi.js";
import type { Estimate } from "../../../model/assessment.js";
import type { PairedOutcomes } from "../../../stats/check-paired-outcomes.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { attacksBySpecies, type LayerCount } from "./layer-counts.js";

/** Two layers on the cases of one attack type, or on the bona fide ones. */
export interface LayerPair {
  readonly first: string;
  readonly second: string;
  /** Attack type; null for bona fide cases, where a layer fails by stopping. */
  readonly species: string | null;
  readonly outcomes: PairedOutcomes;
}

/**
 * Every pair of layers within every attack type, and on bona fide cases. Mixing types would feign dependence: what
 * is hard for one layer and easy for another differs from type to type.
 */
export function layerPairs(counts: readonly LayerCount[], layers: readonly string[]): LayerPair[] {
  const bonaFide = counts.filter(({ attack }) => attack === null);
  const groups: { species: string | null; own: readonly LayerCount[] }[] = [
    ...attacksBySpecies(counts).map(({ species, counts: own }) => ({ species, own })),
    ...(bonaFide.length === 0 ? [] : [{ species: null, own: bonaFide }]),
  ];
  return groups.flatMap(({ species, own }) =>
    layers.flatMap((first, a) =>
      layers.slice(a + 1).map((second, offset): LayerPair => {
        const outcomes = outcomesOf(own, [a, a + 1 + offset], species === null);
        return { first, second, species, outcomes };
      }),
    ),
  );
}

/** @param byStopping - true where stopping is the failure */
function outcomesOf(
  counts: readonly LayerCount[],
  [first, second]: readonly [number, number],
  byStopping: boolean,
): PairedOutcomes {
  const sum = (one: boolean, other: boolean): number =>
    counts.reduce((total, { stopped, n }) => {
      const isIt = (stopped[first] === byStopping) === one && (stopped[second] === byStopping) === other;
      return total + (isIt ? n : 0);
    }, 0);
  return {
    both: sum(true, true),
    firstOnly: sum(true, false),
    secondOnly: sum(false, true),
    neither: sum(false, false),
  };
}

/** Correlation of the failures of two layers: `phi[picture..data..digital%20edit]`. */
export function phiEstimate({ first, second, species, outcomes }: LayerPair, place: EstimatePlace): Estimate {
  const facet = [first, second, ...(species === null ? [] : [species])].join("..");
  return estimateOf(phi, phi.compute(outcomes, 0.95), { ...place, facet });
}
