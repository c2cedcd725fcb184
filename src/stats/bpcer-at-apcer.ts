import { checkShare } from "./check-share.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/** Scores of the presentations of one attack species, counted as positives. */
export interface SpeciesScores {
  readonly species: string;
  readonly scores: ScoreTable;
}

/** The operating point at which no species slips more often than the target. */
export interface AttackPoint {
  /** In the unit of the score; `null` where everything must be flagged and no observed score says so. */
  readonly threshold: number | null;
  /** Highest APCER of all species at this point, a fraction in [0, target]. */
  readonly apcer: number;
  /** The species that has it, and on which the threshold therefore depends. */
  readonly species: string;
  /** Bona fide presentations flagged at this point, a count. */
  readonly flagged: number;
  /** Bona fide presentations with a score, a count. */
  readonly bonaFide: number;
  /** flagged / bonaFide, a fraction in [0, 1]. */
  readonly bpcer: number;
}

/**
 * BPCER at the loosest threshold that keeps the APCER of every species at or below a target (BPCER10 for 10 %).
 *
 * Chosen on the cases it is measured on, so it flatters the detector: a summary, no agreed operating point.
 *
 * @param attacks - scores per species, read from `positives`; species without scores are left out
 * @param bonaFide - scores of bona fide presentations, read from `negatives`
 * @param target - highest allowed APCER, a fraction in [0, 1)
 * @param direction - which presentations are flagged: "at-or-above" the threshold or "below" it
 * @returns the point; `null` without a scored attack or without a scored bona fide presentation
 * @throws RangeError `Unexpected target 1, expected 0 <= target < 1`
 * @see ISO/IEC 30107-3 for the rates; BPCER10, 20 and 100 are usage with it
 * @example
 * bpcerAtApcer([{ species: "print", scores: [{ score: 1, positives: 1, negatives: 0 }, { score: 3, positives: 9, negatives: 0 }] }], [{ score: 2, positives: 0, negatives: 9 }, { score: 4, positives: 0, negatives: 1 }], 0.1, "at-or-above") // { threshold: 3, apcer: 0.1, species: "print", flagged: 1, bonaFide: 10, bpcer: 0.1 }
 */
export function bpcerAtApcer(
  attacks: readonly SpeciesScores[],
  bonaFide: ScoreTable,
  target: number,
  direction: "at-or-above" | "below",
): AttackPoint | null {
  checkShare("target", target);
  if (target === 1) throw new RangeError("Unexpected target 1, expected 0 <= target < 1");
  // Read as if higher meant more suspicious: a detector that flags below the threshold is mirrored.
  const sign = direction === "below" ? -1 : 1;
  const presented = attacks
    .map(({ species, scores }) => ({ species, groups: mirrored(scores, "positives", sign) }))
    .filter(({ groups }) => groups.length > 0);
  const honest = mirrored(bonaFide, "negatives", sign);
  if (presented.length === 0 || honest.length === 0) return null;

  // The lowest score that no species can afford to let pass: it and everything above is flagged.
  const limit = Math.min(...presented.map(({ groups }) => firstNotAllowed(groups, target)));
  const slips = presented.map(({ species, groups }) => ({
    species,
    apcer: countOf(groups.filter(({ score }) => score < limit)) / countOf(groups),
  }));
  const worst = slips.reduce((most, one) => (one.apcer > most.apcer ? one : most));
  const flagged = countOf(honest.filter(({ score }) => score >= limit));
  const total = countOf(honest);
  const all = [...presented.flatMap(({ groups }) => groups), ...honest].map(({ score }) => score);
  return {
    threshold: direction === "below" ? nextAbove(all, limit) : limit,
    ...worst,
    flagged,
    bonaFide: total,
    bpcer: flagged / total,
  };
}

interface Group {
  readonly score: number;
  readonly count: number;
}

function mirrored(table: ScoreTable, counted: "positives" | "negatives", sign: 1 | -1): Group[] {
  const groups = occupiedGroups(table)
    .map((group) => ({ score: sign * group.score, count: group[counted] }))
    .filter(({ count }) => count > 0);
  return sign === 1 ? groups : groups.reverse();
}

function countOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function firstNotAllowed(groups: readonly Group[], target: number): number {
  const total = countOf(groups);
  let passed = 0;
  for (const { score, count } of groups) {
    passed += count;
    if (passed / total > target) return score;
  }
  return Infinity; // Not reached: all of them pass a share of 1, above every target.
}

/** In mirrored scores the limit itself is flagged; as a threshold of "below" it must be the next score up. */
function nextAbove(scores: readonly number[], limit: number): number | null {
  const passed = scores.filter((score) => score < limit);
  return passed.length === 0 ? null : -passed.reduce((most, score) => Math.max(most, score));
}
