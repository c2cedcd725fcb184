import type { ScenarioData } from "../model/scenario-data.js";

/** Cut-offs of the two buttons; null where there is none on that side. */
export interface Presets {
  /** The nearest one that misses at most half as many positives as today's. */
  readonly more: number | null;
  /** The nearest one that flags at most half as many negatives for nothing. */
  readonly fewer: number | null;
}

/** What "catch more" and "bother fewer" move the cut-off to: half of today's misses, half of today's false alarms. */
export function presetsOf({ histogram, evaluation }: ScenarioData, today: number): Presets {
  const { edges, positives, negatives } = histogram;
  const above = evaluation.flag === "at-or-above";
  const place = edges.indexOf(today);
  if (place < 0) return { more: null, fewer: null };
  // Cases below each edge.
  const [below, alarmsBelow] = [positives, negatives].map(sumsBefore);
  const all = below?.at(-1) ?? 0;
  const allAlarms = alarmsBelow?.at(-1) ?? 0;
  const missed = (edge: number): number => (above ? (below?.[edge] ?? all) : all - (below?.[edge] ?? all));
  const alarms = (edge: number): number =>
    above ? allAlarms - (alarmsBelow?.[edge] ?? allAlarms) : (alarmsBelow?.[edge] ?? allAlarms);
  const search = (step: number, isHalf: (edge: number) => boolean): number | null => {
    for (let edge = place + step; edge >= 0 && edge < positives.length; edge += step)
      if (isHalf(edge)) return edges[edge] ?? null;
    return null;
  };
  const [lenient, strict] = above ? [-1, 1] : [1, -1];
  return {
    more: missed(place) === 0 ? null : search(lenient, (edge) => missed(edge) <= missed(place) / 2),
    fewer: alarms(place) === 0 ? null : search(strict, (edge) => alarms(edge) <= alarms(place) / 2),
  };
}

/** Stretches of edges with fewer cases flagged than a rate needs, as places of edges, ends included. */
export function fewStretches(
  { histogram, evaluation }: ScenarioData,
  least: number,
): readonly (readonly [number, number])[] {
  const { positives, negatives } = histogram;
  const cases = sumsBefore(positives.map((count, bin) => count + (negatives[bin] ?? 0)));
  const all = cases.at(-1) ?? 0;
  const stretches: [number, number][] = [];
  for (let edge = 0; edge < positives.length; edge += 1) {
    const below = cases[edge] ?? 0;
    if ((evaluation.flag === "at-or-above" ? all - below : below) >= least) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === edge - 1) last[1] = edge;
    else stretches.push([edge, edge]);
  }
  return stretches;
}

/** Counts before each edge, and after the last bin the total. */
function sumsBefore(counts: readonly number[]): readonly number[] {
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) ?? 0) + count);
  return sums;
}
