import type { UnitSums } from "../../../metrics/forecast/error-counts.js";
import type { Table } from "../../../model/assessment.js";
import { sortedQuantile } from "../../../stats/sorted-quantile.js";

/** Fewest periods whose spread is told as equally likely outcomes, and as many as give fifty of them. */
const fewest = 30;
const many = 100;

/**
 * Where the actual ended against the forecast, as equally likely outcomes: 20 quantiles of the periods tested, 50 from
 * 100 periods on. A quantile lies in the middle of its share (Kay et al. 2016, CHI: quantile dotplots).
 *
 * Each is actual less forecast, as a share of the forecast where every forecast is above zero (`share`), else in the
 * unit of the forecast (`amount`). Quantiles of periods, and no single one of them.
 *
 * @returns null under 30 periods: too few to tell how likely anything is
 */
export function outcomeQuantiles(
  units: readonly UnitSums[],
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table | null {
  if (units.length < fewest) return null;
  const outcomes = units.map(({ error, actual }) => ({ off: -error, forecast: actual + error }));
  const isShare = outcomes.every(({ forecast }) => forecast > 0);
  const sorted = outcomes.map(({ off, forecast }) => (isShare ? off / forecast : off)).sort((a, b) => a - b);
  const dots = units.length >= many ? 50 : 20;
  return {
    ...place,
    columns: [isShare ? "share" : "amount"],
    rows: Array.from({ length: dots }, (_, index) => ({
      label: String(index + 1),
      cells: [sortedQuantile(sorted, (index + 0.5) / dots)],
    })),
  };
}
