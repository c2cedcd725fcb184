import type { CusumFacts } from "../../../metrics/series/series-counts.js";
import { cusumRunLength, type RunLength } from "../../../stats/cusum-run-length.js";
import { tabularCusum } from "../../../stats/tabular-cusum.js";
import { seed } from "./analyse-series.js";
import type { PeriodCounts } from "./read-series.js";

/** A CUSUM chart with its run lengths: how long until a false alarm, and until a true one. */
export interface Watched {
  readonly chart: CusumFacts;
  readonly inOrder: RunLength;
  readonly shifted: RunLength;
}

const k = 0.5;
const h = 5;
const replicates = 2_000;
/** Fewest periods that show what is usual. */
const fewest = 8;

/**
 * Watches the periods after the baseline with a two-sided CUSUM: counts against the share of the baseline, each with its
 * own binomial error, values against the mean and standard deviation of the baseline.
 *
 * @param baseline - periods at the start that show the level in order; null takes a fifth, at least 8
 * @returns null where the baseline is too short, leaves nothing to watch, or does not vary
 */
export function watchSeries(
  values: readonly number[],
  counts: readonly PeriodCounts[] | null,
  baseline: number | null,
): Watched | null {
  const length = baseline ?? Math.max(fewest, Math.floor(values.length / 5));
  if (values.length <= length) return null;
  const scores = counts === null ? scoresOfValues(values, length) : scoresOfCounts(counts, length);
  if (scores === null) return null;

  const watched = scores.slice(length);
  const { firstHigh, firstLow } = tabularCusum(watched, { target: 0, sd: 1, k, h });
  const alarms = [firstHigh, firstLow].filter((alarm) => alarm !== null);
  return {
    chart: {
      firstAlarm: alarms.length === 0 ? null : Math.min(...alarms),
      watched: watched.length,
      k,
      h,
      seed,
      replicates,
    },
    inOrder: cusumRunLength(k, h, { shift: 0, replicates, seed }),
    shifted: cusumRunLength(k, h, { shift: 1, replicates, seed }),
  };
}

function scoresOfValues(values: readonly number[], length: number): number[] | null {
  const usual = values.slice(0, length);
  const mean = usual.reduce((sum, value) => sum + value, 0) / length;
  const sd = Math.sqrt(usual.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1));
  return sd > 1e-12 * Math.abs(mean) ? values.map((value) => (value - mean) / sd) : null;
}

function scoresOfCounts(counts: readonly PeriodCounts[], length: number): number[] | null {
  const usual = counts.slice(0, length);
  const events = usual.reduce((sum, one) => sum + one.events, 0);
  const cases = usual.reduce((sum, one) => sum + one.cases, 0);
  const share = events / cases;
  if (!(share > 0 && share < 1)) return null;
  return counts.map((one) => (one.events / one.cases - share) / Math.sqrt((share * (1 - share)) / one.cases));
}
