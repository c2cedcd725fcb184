import type { LayerSums } from "../../../metrics/layers/layer-sums.js";

/** Cases that every layer decided alike. */
export interface LayerCount {
  /** Species or type of an attack, null where nobody named it; the whole is null for an honest case. */
  readonly attack: { readonly species: string | null } | null;
  /** True per layer that stopped the case, in the order of the plan. */
  readonly stopped: readonly boolean[];
  readonly n: number;
}

export function layerSums(counts: readonly LayerCount[], layers: number): LayerSums {
  const sum = (keep: (count: LayerCount) => boolean): number =>
    counts.reduce((total, count) => total + (keep(count) ? count.n : 0), 0);
  return {
    n: sum(() => true),
    passed: Array.from({ length: layers }, (_, layer) => sum(({ stopped }) => stopped[layer] === false)),
    passedAll: sum(({ stopped }) => stopped.every((one) => !one)),
  };
}

/** Attacks by species, rising by name, unnamed ones last. */
export function attacksBySpecies(counts: readonly LayerCount[]): { species: string; counts: LayerCount[] }[] {
  const groups = new Map<string, LayerCount[]>();
  for (const count of counts) {
    if (count.attack === null) continue;
    const name = count.attack.species ?? "(missing)";
    groups.set(name, [...(groups.get(name) ?? []), count]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([species, own]) => ({ species, counts: own }));
}
