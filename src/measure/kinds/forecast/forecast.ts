import { forecastMetrics } from "../../../metrics/forecast/all.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { seasonalNaiveScale } from "../../../stats/seasonal-naive-scale.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { nothingMeasured, type EvidenceKind } from "../kind.js";
import { estimatePlace } from "../estimate-place.js";
import { noRows } from "../number-facts.js";
import { readSeries } from "../series/read-series.js";
import { countErrors, type CountedErrors } from "./count-errors.js";
import { measureErrors } from "./measure-errors.js";
import { outcomeQuantiles } from "./outcome-quantiles.js";

/** Enough for the second digit of a percentile, and milliseconds for a series of years. */
const replicates = 2_000;
const seed = 1;

/** Forecasts over time, with their intervals and quantiles where given. */
export const forecast: EvidenceKind = {
  id: "forecast",
  summary: "A number per period: what was forecast and what came true, by horizon and segment.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    if (source === null) return nothingMeasured(noRows(input));
    const unit = { column: evaluation.time ?? "", is: "period" } as const;
    const counted = await countErrors({ evaluation, source, unit }, ask);
    const measured = measureErrors(input, counted, {
      unit: "periods",
      draws: { blockLength: blockLengthOf(evaluation, counted), replicates, seed },
      scale: await scaleOf(input),
      metrics: forecastMetrics,
    });
    const outcomes = outcomeQuantiles(counted.groups[0]?.units ?? [], {
      id: `${estimatePlace(input).prefix}outcome-quantiles@all`,
      evaluation: evaluation.id,
      slice: "all",
    });
    return outcomes === null ? measured : { ...measured, tables: [outcomes] };
  },
};

/**
 * Neighbouring periods that stay together: forecasts made further ahead than one period share what happened between.
 * At least the cube root of the number of periods (Hall, Horowitz & Jing 1995).
 */
function blockLengthOf({ block_length, horizon }: EvaluationPlan, { units, groups }: CountedErrors): number {
  if (block_length !== undefined) return Math.min(block_length, units);
  const longest = groups.reduce((most, { column, value }) => {
    const ahead = column === horizon ? Number(value) : 1;
    return Number.isFinite(ahead) ? Math.max(most, Math.ceil(ahead)) : most;
  }, 1);
  return Math.min(units, Math.max(longest, Math.ceil(Math.cbrt(units))));
}

/** What the seasonal naive forecast would have missed by before the forecasts began. */
async function scaleOf({ evaluation, sources, ask }: EvaluationInput): Promise<number | null> {
  const { history } = sources;
  const { season, time = "", actual = "" } = evaluation;
  if (history === undefined || season === undefined) return null;
  const { values } = await readSeries({ source: history, time, measure: actual }, ask);
  return seasonalNaiveScale(values, season);
}
