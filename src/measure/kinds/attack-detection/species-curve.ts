import type { Table } from "../../../model/assessment.js";
import { normalQuantile } from "../../../stats/normal-quantile.js";
import type { ScoreTable } from "../../../stats/types.js";
import type { AttackScores } from "./attack-points.js";

/** Points per unit of a normal deviate: as fine as a picture shows. */
const stepsOfDeviate = 5;
/** Deviate that stands for none and for all, beyond that of one in 10,000. */
const farthest = 4;

/**
 * Both errors of attack detection at every threshold, as counts: bona fide presentations flagged, and attacks of each
 * species let through.
 *
 * Species are never pooled: the worst at a threshold is for the reader of the table to find. Rows go by rising
 * threshold, and the last, without one, is beyond every score. Of a long curve the points stay that differ on the
 * normal-deviate axes of a DET curve.
 *
 * @param flag - presentations that are flagged: those with scores "at-or-above" the threshold or "below" it
 * @returns columns `threshold`, `flagged`, `bona-fide`, then `slipped:<species>` and `tested:<species>`; null without
 *          a scored attack or without a scored bona fide presentation
 * @see ISO/IEC 30107-3 for APCER and BPCER; Martin et al. 1997 for the axes
 */
export function speciesCurve(
  { attacks, bonaFide }: AttackScores,
  flag: "at-or-above" | "below",
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table | null {
  const scored = attacks.filter(({ scores }) => scores.length > 0);
  if (scored.length === 0 || bonaFide.length === 0) return null;
  const all = [...scored.flatMap(({ scores }) => scores), ...bonaFide].map(({ score }) => score);
  const thresholds = [...[...new Set(all)].sort((a, b) => a - b), Infinity];
  const honest = countsBelow(bonaFide, "negatives", thresholds);
  const species = scored.map(({ species: name, scores }) => ({
    name,
    ...countsBelow(scores, "positives", thresholds),
  }));
  const flagged = ({ below, total }: Counts, at: number): number =>
    flag === "below" ? (below[at] ?? 0) : total - (below[at] ?? 0);
  const slipped = (one: Counts, at: number): number => one.total - flagged(one, at);
  const step = (at: number): string =>
    [flagged(honest, at) / honest.total, ...species.map((one) => slipped(one, at) / one.total)]
      .map((rate) => Math.floor(stepsOfDeviate * deviate(rate)))
      .join();
  const ends = [0, thresholds.length - 1];
  const kept = thresholds.flatMap((threshold, at) =>
    ends.includes(at) || step(at) !== step(at - 1) ? [{ threshold, at }] : [],
  );
  return {
    ...place,
    columns: [
      "threshold",
      "flagged",
      "bona-fide",
      ...species.flatMap(({ name }) => [`slipped:${name}`, `tested:${name}`]),
    ],
    rows: kept.map(({ threshold, at }, index) => ({
      label: String(index + 1),
      cells: [
        Number.isFinite(threshold) ? threshold : null,
        flagged(honest, at),
        honest.total,
        ...species.flatMap((one) => [slipped(one, at), one.total]),
      ],
    })),
  };
}

interface Counts {
  /** Cases whose score lies below each threshold. */
  readonly below: readonly number[];
  readonly total: number;
}

/** @param thresholds - rising, the last above every score */
function countsBelow(
  scores: ScoreTable,
  part: "positives" | "negatives",
  thresholds: readonly number[],
): Counts {
  let [next, sum] = [0, 0];
  const below = thresholds.map((threshold) => {
    for (; (scores[next]?.score ?? Infinity) < threshold; next += 1) sum += scores[next]?.[part] ?? 0;
    return sum;
  });
  return { below, total: sum };
}

function deviate(rate: number): number {
  if (rate <= 0) return -farthest;
  return rate >= 1 ? farthest : normalQuantile(rate);
}
