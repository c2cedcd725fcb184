import { poissonDraw } from "./poisson-draw.js";
import { seededRandom } from "./random.js";
import { sortedQuantile } from "./sorted-quantile.js";
import type { Bounds } from "./types.js";

/** Cases of like score and decision, counted by class; the cells of a table come from the flagged side on. */
interface ScoreCell {
  /** Mean score, on the scale of a probability where ECE is asked for. */
  readonly score: number;
  /** Number of the ECE bin, from 0. */
  readonly bin: number;
  readonly flagged: boolean;
  readonly positives: number;
  readonly negatives: number;
}

interface ScoreBootstrap {
  readonly averagePrecision: Bounds | null;
  readonly ece: Bounds | null;
  /** Of the share of positives missed, times `miss`, plus the share of negatives flagged, times `falseAlarm`. */
  readonly cost: Bounds | null;
  /** Replicates without a case of one class, where nothing is defined; above 5 % there are no bounds. */
  readonly undefinedReplicates: number;
}

/**
 * Percentile intervals of average precision, expected calibration error and cost from counted scores.
 *
 * Each replicate draws every count anew from a Poisson distribution of that mean, which for ratios of counts is the
 * bootstrap of cases with their number left free; with subjects each subject is drawn once, with all its cases. The
 * time depends on the cells and not on the cases.
 *
 * @param cells - from the flagged side of the scores on; counts are non-negative integers
 * @param subjects - for each subject its cells, as [cell, positives, negatives]; null where every case stands alone
 * @param options - replicates (a count), seed (an integer in [0, 2^32)), level (a fraction in (0, 1)), and the weights
 *   of the two error rates in the cost
 * @returns bounds per measure; `null` where more than one replicate in twenty has no value
 * @see Efron & Tibshirani 1993, ch. 13; Poisson weights: Hanley & MacGibbon 2006, Comput. Methods Programs Biomed. 83:57
 * @example
 * scoreBootstrap([{ score: 0.9, bin: 8, flagged: true, positives: 40, negatives: 0 }, { score: 0.1, bin: 0, flagged: false, positives: 0, negatives: 40 }], null, { replicates: 200, seed: 1, level: 0.95, miss: 1, falseAlarm: 1 }) // { averagePrecision: { low: 1, high: 1 }, ece: { low: 0.1, high: 0.1 }, cost: { low: 0, high: 0 }, undefinedReplicates: 0 }
 */
export function scoreBootstrap(
  cells: readonly ScoreCell[],
  subjects: readonly (readonly (readonly [number, number, number])[])[] | null,
  options: {
    readonly replicates: number;
    readonly seed: number;
    readonly level: number;
    readonly miss: number;
    readonly falseAlarm: number;
  },
): ScoreBootstrap {
  const random = seededRandom(options.seed);
  const positives = new Float64Array(cells.length);
  const negatives = new Float64Array(cells.length);
  const drawn = { averagePrecision: [] as number[], ece: [] as number[], cost: [] as number[] };
  for (let replicate = 0; replicate < options.replicates; replicate += 1) {
    if (subjects === null) drawCases(cells, positives, negatives, random);
    else drawSubjects(subjects, positives, negatives, random);
    const measured = measure(cells, positives, negatives, options);
    if (measured === null) continue;
    drawn.averagePrecision.push(measured.averagePrecision);
    drawn.ece.push(measured.ece);
    drawn.cost.push(measured.cost);
  }
  const missing = options.replicates - drawn.ece.length;
  const bounds = (values: number[]): Bounds | null => {
    if (values.length === 0 || 20 * missing > options.replicates) return null;
    const sorted = values.sort((a, b) => a - b);
    const tail = (1 - options.level) / 2;
    const low = sortedQuantile(sorted, tail);
    const high = sortedQuantile(sorted, 1 - tail);
    return low === null || high === null ? null : { low, high };
  };
  return {
    averagePrecision: bounds(drawn.averagePrecision),
    ece: bounds(drawn.ece),
    cost: bounds(drawn.cost),
    undefinedReplicates: missing,
  };
}

function drawCases(
  cells: readonly ScoreCell[],
  positives: Float64Array,
  negatives: Float64Array,
  random: () => number,
): void {
  cells.forEach((cell, place) => {
    positives[place] = cell.positives === 0 ? 0 : poissonDraw(cell.positives, random);
    negatives[place] = cell.negatives === 0 ? 0 : poissonDraw(cell.negatives, random);
  });
}

function drawSubjects(
  subjects: readonly (readonly (readonly [number, number, number])[])[],
  positives: Float64Array,
  negatives: Float64Array,
  random: () => number,
): void {
  positives.fill(0);
  negatives.fill(0);
  for (const own of subjects) {
    const times = poissonDraw(1, random);
    if (times === 0) continue;
    for (const [cell, up, down] of own) {
      positives[cell] = (positives[cell] ?? 0) + times * up;
      negatives[cell] = (negatives[cell] ?? 0) + times * down;
    }
  }
}

function measure(
  cells: readonly ScoreCell[],
  positives: Float64Array,
  negatives: Float64Array,
  { miss, falseAlarm }: { readonly miss: number; readonly falseAlarm: number },
): { averagePrecision: number; ece: number; cost: number } | null {
  let [caught, alarms, flaggedPositives, flaggedNegatives, area] = [0, 0, 0, 0, 0];
  const gaps: number[] = [];
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place];
    const up = positives[place] ?? 0;
    const down = negatives[place] ?? 0;
    if (cell === undefined || up + down === 0) continue;
    caught += up;
    alarms += down;
    area += up * (caught / (caught + alarms));
    if (cell.flagged) {
      flaggedPositives += up;
      flaggedNegatives += down;
    }
    gaps[cell.bin] = (gaps[cell.bin] ?? 0) + up - cell.score * (up + down);
  }
  if (caught === 0 || alarms === 0) return null;
  // Bins without a case were never filled.
  const gap = gaps.reduce((sum, one) => sum + Math.abs(one), 0);
  return {
    averagePrecision: area / caught,
    ece: gap / (caught + alarms),
    cost: miss * (1 - flaggedPositives / caught) + falseAlarm * (flaggedNegatives / alarms),
  };
}
