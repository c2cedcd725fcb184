import type { ChartKind } from "./chart-context.js";
import { attackDet } from "./attack-det.js";
import { attackMatrix } from "./attack-matrix.js";
import { caseBand } from "./case-band.js";
import { confusionMatrix } from "./confusion-matrix.js";
import { costCurve } from "./cost-curve.js";
import { coverageMatrix } from "./coverage-matrix.js";
import { det } from "./det.js";
import { criteriaBounds } from "./criteria-bounds.js";
import { factBox } from "./fact-box.js";
import { frequencyTree } from "./frequency-tree.js";
import { iconArray } from "./icon-array.js";
import { layerMatrix } from "./layer-matrix.js";
import { moneyWaterfall } from "./money-waterfall.js";
import { pairedDots } from "./paired-dots.js";
import { precisionRecall } from "./precision-recall.js";
import { quantileDotplot } from "./quantile-dotplot.js";
import { reliability } from "./reliability.js";
import { riskMatrix } from "./risk-matrix.js";
import { scoreDistributions } from "./score-distributions.js";
import { seriesBreak } from "./series-break.js";
import { sliceIntervals } from "./slice-intervals.js";
import { spectrum } from "./spectrum.js";
import { tradeOff } from "./trade-off.js";

/** Every chart a template or a note can ask for. */
export const charts: readonly ChartKind[] = [
  factBox,
  iconArray,
  frequencyTree,
  sliceIntervals,
  tradeOff,
  reliability,
  scoreDistributions,
  spectrum,
  caseBand,
  moneyWaterfall,
  seriesBreak,
  riskMatrix,
  pairedDots,
  confusionMatrix,
  precisionRecall,
  costCurve,
  det,
  attackMatrix,
  attackDet,
  layerMatrix,
  coverageMatrix,
  quantileDotplot,
  criteriaBounds,
];
