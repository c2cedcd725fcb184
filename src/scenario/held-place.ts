import type { Chart } from "../model/chart.js";
import { plainText } from "../phrasing/inline.js";
import type { ScenarioData, ScenarioView } from "../model/scenario-data.js";
import { prepare } from "./prepare.js";

/** Sizes of the pictures whose place is kept, in their own units. */
const sizes = { "icon-array": [320, 200], "frequency-tree": [340, 240] } as const;

/**
 * An empty frame of the size of a picture, with the reason why nothing is drawn: while a slider passes settings with too
 * few cases, what stands below stays where it is.
 *
 * @returns null where the picture would not be drawn at any setting
 */
export function heldPlace(data: ScenarioData, view: ScenarioView, kind: keyof typeof sizes): Chart | null {
  const { positives, negatives } = prepare(data);
  const isDrawnElsewhere = view.setting.baseRate !== null && positives > 0 && negatives > 0;
  if (view.greyed.length === 0 || !isDrawnElsewhere) return null;
  const [width, height] = sizes[kind];
  const box = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} class="held"><rect x="1" y="1" width="${width - 2}" height="${height - 2}"/></svg>`;
  return {
    kind,
    id: kind,
    title: view.greyed,
    note: [],
    alt: plainText(view.greyed),
    panels: [{ title: [], key: null, picture: { type: "svg", svg, width, height } }],
    grid: { id: kind, caption: [], note: [], columns: [], rows: [], foot: [] },
    gridOpen: false,
    tableLabel: "",
  };
}
