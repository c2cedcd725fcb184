import { caseBand } from "./case-band.js";
import type { ChartKind } from "./chart-context.js";
import { frequencyTree } from "./frequency-tree.js";
import { iconArray } from "./icon-array.js";
import { pairedDots } from "./paired-dots.js";
import { reliability } from "./reliability.js";
import { riskMatrix } from "./risk-matrix.js";
import { scoreDistributions } from "./score-distributions.js";
import { seriesBreak } from "./series-break.js";
import { sliceIntervals } from "./slice-intervals.js";
import { spectrum } from "./spectrum.js";
import { tradeOff } from "./trade-off.js";

/** Every chart a template or a note can ask for. */
export const charts: readonly ChartKind[] = [
  iconArray,
  frequencyTree,
  sliceIntervals,
  tradeOff,
  reliability,
  scoreDistributions,
  spectrum,
  caseBand,
  seriesBreak,
  riskMatrix,
  pairedDots,
];
