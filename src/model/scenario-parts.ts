import type { Chart } from "./chart.js";
import type { Inline } from "./inline.js";

/** One of the numbers on top: large, with what it counts and how sure it is. */
export interface ScenarioFigure {
  readonly number: readonly Inline[];
  readonly label: readonly Inline[];
  readonly basis: readonly Inline[];
}

/** What a page shows of one setting, in its order: the file holds it for today's, the sliders for every other. */
export interface ScenarioParts {
  /** The sentences: what is caught, missed and flagged for nothing; then money, or why nothing is told. */
  readonly say: readonly (readonly Inline[])[];
  /** At most three. */
  readonly figures: readonly ScenarioFigure[];
  /** Columns of the page, side by side where there is room. */
  readonly charts: readonly (readonly Chart[])[];
  /** Which agreed criteria the setting meets, and from where flagging pays. */
  readonly verdicts: readonly (readonly Inline[])[];
}
