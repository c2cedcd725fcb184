import { factBox as picture } from "../../charts/fact-box.js";
import { chartContext } from "../directives/chart.js";
import type { TableKind } from "../table-kind.js";

/** The counts of the fact box without its picture, for a note of the author. */
export const factBox: TableKind = {
  id: "fact-box",
  summary: "gains and costs of the model in counts of one total",
  build: (context) => {
    const drawn = picture.draw(chartContext(context), { of: null, against: null });
    return drawn === null ? null : { ...drawn.grid, caption: drawn.title, note: [] };
  },
};
