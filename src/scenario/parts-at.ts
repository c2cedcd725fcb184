import type { Chart } from "../model/chart.js";
import type { ScenarioData, ScenarioView } from "../model/scenario-data.js";
import type { ScenarioParts } from "../model/scenario-parts.js";
import type { Voice } from "../phrasing/voice.js";
import { figuresAt } from "./figures-at.js";
import { heldPlace } from "./held-place.js";
import { workChart } from "./work-chart.js";

/** A chart of one setting. @returns null where the evidence does not carry it */
export type ScenarioChart = (voice: Voice, data: ScenarioData, view: ScenarioView) => Chart | null;

/**
 * The parts of a setting. Nothing stands there that `scenarioAt` has not counted.
 *
 * @param more - charts beside those of every page with sliders: `netChart` on a board
 */
export function partsAt(
  voice: Voice,
  data: ScenarioData,
  view: ScenarioView,
  more: readonly ScenarioChart[] = [],
): ScenarioParts {
  const { line, greyed, money, icons, tree, tradeOff, criteria, breakEven } = view;
  const drawn = (...charts: readonly (Chart | null)[]): Chart[] => charts.filter((one) => one !== null);
  return {
    say: [line, greyed, money].filter((pieces) => pieces.length > 0),
    figures: figuresAt(voice, data, view),
    charts: [
      drawn(icons ?? heldPlace(data, view, "icon-array")),
      drawn(tree ?? heldPlace(data, view, "frequency-tree"), workChart(voice, data, view)),
      drawn(tradeOff),
      ...more.map((chart) => drawn(chart(voice, data, view))),
    ].filter((charts) => charts.length > 0),
    verdicts: [...criteria.map(({ words }) => words), breakEven].filter((pieces) => pieces.length > 0),
  };
}
