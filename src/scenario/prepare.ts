import type { ScenarioCounts, ScenarioData } from "../model/scenario-data.js";

/** The histogram summed up once: what each threshold flags. */
export interface PreparedScenario {
  readonly positives: number;
  readonly negatives: number;
  /** Flagged positives and negatives at each edge, by its place. */
  readonly caught: readonly number[];
  readonly alarms: readonly number[];
  /** Place of each edge. */
  readonly places: ReadonlyMap<number, number>;
}

const prepared = new WeakMap<ScenarioData, PreparedScenario>();

/** Sums of the histogram from each edge on, for the side that is flagged; made once for the data of a page. */
export function prepare(data: ScenarioData): PreparedScenario {
  const known = prepared.get(data);
  if (known !== undefined) return known;
  const { edges, positives, negatives } = data.histogram;
  const { flag } = data.evaluation;
  const made: PreparedScenario = {
    positives: sum(positives),
    negatives: sum(negatives),
    caught: flaggedFrom(positives, flag),
    alarms: flaggedFrom(negatives, flag),
    places: new Map(edges.map((edge, place) => [edge, place])),
  };
  prepared.set(data, made);
  return made;
}

/**
 * Counts of the cases tested at a threshold.
 *
 * @param threshold - one of the edges; null flags nobody
 * @throws RangeError for a threshold that is no edge of the histogram: its counts are not known
 */
export function testedAt(data: ScenarioData, threshold: number | null): ScenarioCounts {
  const { positives, negatives, caught, alarms } = prepare(data);
  if (threshold === null) return { tp: 0, fn: positives, fp: 0, tn: negatives };
  const place = placeOf(data, threshold);
  const [tp, fp] = [caught[place] ?? 0, alarms[place] ?? 0];
  return { tp, fn: positives - tp, fp, tn: negatives - fp };
}

/** Place of a threshold among the edges. */
export function placeOf(data: ScenarioData, threshold: number): number {
  const place = prepare(data).places.get(threshold);
  if (place === undefined) throw new RangeError(`Unexpected threshold ${threshold}, expected an edge`);
  return place;
}

function flaggedFrom(counts: readonly number[], flag: "at-or-above" | "below"): number[] {
  const flagged = new Array<number>(counts.length).fill(0);
  let total = 0;
  if (flag === "below")
    for (let bin = 0; bin < counts.length; bin += 1) {
      flagged[bin] = total;
      total += counts[bin] ?? 0;
    }
  else
    for (let bin = counts.length - 1; bin >= 0; bin -= 1) {
      total += counts[bin] ?? 0;
      flagged[bin] = total;
    }
  return flagged;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
