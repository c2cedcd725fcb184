import type { Chart } from "../model/chart.js";

/** Trusted drawings found on the way, by the number of the place holder that stands for each. */
export interface Drawings {
  readonly charts: Chart[];
  readonly strips: string[];
}
