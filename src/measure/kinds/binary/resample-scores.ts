import type { Cell } from "../../../model/cell.js";
import type { Estimate, EvaluationFacts } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { calibrationBins } from "../../../stats/calibration-bins.js";
import { averagePrecision } from "../../../stats/average-precision.js";
import { equalWidthBin } from "../../../stats/equal-width-bin.js";
import { expectedCalibrationError } from "../../../stats/expected-calibration-error.js";
import type { Bounds, ScoreTable } from "../../../stats/types.js";
import { rankOrder } from "../../../metrics/rank-order.js";
import type { Resample, ResampleAnswer, ResampleJob, ScoreCell } from "../../resample.js";

/** Cells of a score table while it is resampled: fewer change an interval by less than its own noise. */
const mostCells = 200;
const eceBins = 10;
/** Printed beside every interval that was drawn. */
const seed = 20261122;

interface Drawn {
  readonly evaluation: EvaluationPlan;
  readonly facts: EvaluationFacts;
  readonly level: number;
}

/**
 * Estimates with the intervals that only drawing gives, where the plan asks for `resample`: average precision, ECE,
 * and net benefit. Where a formula serves (Wilson, DeLong), its interval stays.
 *
 * An interval is drawn on at most 200 score cells and moved by the difference between them and the exact value.
 */
export async function resampleScores(
  estimates: readonly Estimate[],
  cells: Readonly<Record<string, Cell>>,
  drawn: Drawn,
  resample: Resample,
): Promise<Estimate[]> {
  const replicates = drawn.evaluation.resample ?? 0;
  const valueAt = (metric: string, slice: string): number | null =>
    estimates.find((one) => one.metric === metric && one.slice === slice && one.facet === undefined)?.value ??
    null;
  const slices = Object.keys(cells).filter((slice) => hasBoth(cells[slice]) && !slice.includes("!="));
  if (replicates === 0 || slices.length === 0) return [...estimates];
  const jobs = slices.map((slice, index) => {
    const weights = {
      baseRate: valueAt("deployment-base-rate", slice),
      breakEven: valueAt("break-even-precision", "all"),
    };
    return jobOf(cells[slice], index, replicates, drawn, weights);
  });
  const answers = await resample(jobs);
  const bySlice = new Map(
    slices.map((slice, index) => [slice, { answer: answers[index], job: jobs[index] }]),
  );
  return estimates.map((estimate) => {
    const found = bySlice.get(estimate.slice);
    if (found?.answer === undefined || found.job === undefined) return estimate;
    return withInterval(estimate, found.job, found.answer, drawn.facts);
  });
}

function methodOf({ subjects, options: { replicates, seed: drawnWith } }: ResampleJob): string {
  return `bootstrap, percentile (${replicates} draws${subjects === null ? "" : " of subjects"}, seed ${drawnWith})`;
}

/** What net benefit stands on: the stated share of positives, and the precision from which flagging pays. */
interface Weights {
  readonly baseRate: number | null;
  readonly breakEven: number | null;
}

function hasBoth(cell: Cell | undefined): boolean {
  return cell?.scores != null && cell.positives > 0 && cell.negatives > 0;
}

function jobOf(
  cell: Cell | undefined,
  index: number,
  replicates: number,
  { facts, level }: Drawn,
  { baseRate, breakEven }: Weights,
): ResampleJob {
  const scores = cell?.scores ?? [];
  const merged = mergedCells(scores, facts);
  const subjects =
    cell?.subjects == null
      ? null
      : cell.subjects.map(({ scores: own }) =>
          (own ?? []).map(
            ({ score, positives, negatives }) => [merged.placeOf(score), positives, negatives] as const,
          ),
        );
  const rate = baseRate ?? (cell === undefined || cell.n === 0 ? 0 : cell.positives / cell.n);
  // Where nothing says what a false alarm costs, it takes nothing away, and no net benefit is told.
  const odds = breakEven === null || breakEven >= 1 ? 0 : breakEven / (1 - breakEven);
  return {
    cells: merged.cells,
    subjects,
    options: {
      replicates,
      seed: seed + index,
      level,
      // The net benefit that errors take away (Vickers & Elkin 2006): misses count whole, false alarms by the odds.
      miss: rate,
      falseAlarm: (1 - rate) * odds,
    },
  };
}

/** Score groups from the flagged side on, merged into few cells that mix neither ECE bins nor decisions. */
function mergedCells(scores: ScoreTable, { flag, score, threshold }: EvaluationFacts) {
  const [low, high] = [score?.low ?? 0, score?.high ?? 1];
  const step = scores.length <= mostCells ? 0 : (high - low) / mostCells;
  const isFlagged = (value: number): boolean =>
    threshold !== null && (flag === "below" ? value < threshold : value >= threshold);
  const keyOf = (value: number): string =>
    step === 0
      ? String(value)
      : `${Math.floor((value - low) / step)} ${equalWidthBin(share(value, low, high), eceBins)} ${isFlagged(value)}`;
  const places = new Map<string, number>();
  const cells: { score: number; bin: number; flagged: boolean; positives: number; negatives: number }[] = [];
  for (const group of flag === "below" ? scores : scores.toReversed()) {
    const key = keyOf(group.score);
    const place = places.get(key) ?? cells.length;
    const n = group.positives + group.negatives;
    const cell = cells[place];
    if (cell === undefined) {
      places.set(key, place);
      const bin = equalWidthBin(share(group.score, low, high), eceBins);
      cells.push({ ...group, bin, flagged: isFlagged(group.score) });
      continue;
    }
    const before = cell.positives + cell.negatives;
    cell.score = (cell.score * before + group.score * n) / (before + n);
    cell.positives += group.positives;
    cell.negatives += group.negatives;
  }
  return { cells: cells as readonly ScoreCell[], placeOf: (value: number) => places.get(keyOf(value)) ?? 0 };
}

function share(value: number, low: number, high: number): number {
  return (value - low) / (high - low);
}

function withInterval(
  estimate: Estimate,
  job: ResampleJob,
  answer: ResampleAnswer,
  { flag }: EvaluationFacts,
): Estimate {
  const { metric, value } = estimate;
  if (metric === "net-benefit") return withBenefit(estimate, job, answer);
  if (value === null || (metric !== "ece" && metric !== "average-precision")) return estimate;
  const table = job.cells
    .map(({ score, positives, negatives }) => ({ score, positives, negatives }))
    .sort((a, b) => a.score - b.score);
  const bounds = metric === "ece" ? answer.ece : answer.averagePrecision;
  const coarse =
    metric === "ece"
      ? expectedCalibrationError(calibrationBins(table, eceBins, "width"))
      : averagePrecision(rankOrder(table, flag));
  if (bounds === null || coarse === null) return { ...estimate, reason: "resample-undefined" };
  return {
    ...estimate,
    reason: null,
    interval: {
      ...within(moved(bounds, value - coarse), value),
      level: job.options.level,
      method: methodOf(job),
      side: "two-sided",
    },
  };
}

/** Net benefit is the base rate less what errors take away. */
function withBenefit(estimate: Estimate, job: ResampleJob, { cost }: ResampleAnswer): Estimate {
  const { miss, level } = job.options;
  if (estimate.value === null || cost === null || estimate.interval !== null) return estimate;
  const bounds = { low: miss - cost.high, high: miss - cost.low };
  return {
    ...estimate,
    reason: null,
    interval: { ...bounds, level, method: methodOf(job), side: "two-sided" },
  };
}

function moved({ low, high }: Bounds, by: number): Bounds {
  return { low: Math.max(0, low + by), high: Math.min(1, high + by) };
}

/**
 * ECE grows when cases are drawn anew, so that its draws may all lie above the value: the range then begins there.
 */
function within({ low, high }: Bounds, value: number): Bounds {
  return { low: Math.min(low, value), high: Math.max(high, value) };
}
