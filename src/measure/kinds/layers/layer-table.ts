import type { Table } from "../../../model/assessment.js";
import { attacksBySpecies, layerSums, type LayerCount } from "./layer-counts.js";

/** Per attack type: how many were tried, how many each layer let pass, and how many none of them caught. */
export function layerTable(
  counts: readonly LayerCount[],
  layers: readonly string[],
  place: Pick<Table, "id" | "kind" | "evaluation" | "slice">,
): Table {
  return {
    ...place,
    columns: ["tried", ...layers, "caught-by-none"],
    rows: attacksBySpecies(counts).map(({ species, counts: own }) => {
      const { n, passed, passedAll } = layerSums(own, layers.length);
      return { label: species, cells: [n, ...passed, passedAll] };
    }),
  };
}
