import type { Cell } from "../../model/cell.js";
import type { Evidence } from "../../model/evidence.js";
import { calibrationBins } from "../../stats/calibration-bins.js";
import { normalUpperTail } from "../../stats/normal-upper-tail.js";
import type { ScoreTable } from "../../stats/types.js";
import { estimatesOf } from "../estimates-of.js";
import { shapeCandidates } from "../score-shape.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** Fewest cases on which the level of a score is judged. */
const minimumCases = 100;
/** Smallest gap between outcome and score that matters: 2 cases of 100, and outside 0.8 to 1.25 of the expected. */
const practicalGap = 0.02;

export const miscalibration: Finder = {
  id: "miscalibration",
  summary:
    "Scores whose level is wrong: more, or fewer, positives occurred than they said, over all cases, in a slice, or in a score band; or scores that are too extreme or too timid.",
  find: (evidence) =>
    evidence.evaluations
      .filter(({ score }) => score?.probability === true)
      .flatMap(({ id }) => {
        const cells = evidence.cells[id] ?? {};
        const own = [
          "all",
          ...evidence.slices
            .filter((slice) => slice.evaluation === id && !slice.negated)
            .map((slice) => slice.id),
        ];
        return [
          ...own.flatMap((slice) => levelOf(evidence, id, slice, cells[slice])),
          ...bandsOf(evidence, id, cells.all),
          ...shapeCandidates(evidence, id, own),
        ];
      }),
};

function levelOf(evidence: Evidence, evaluation: string, slice: string, cell: Cell | undefined): Candidate[] {
  if (cell?.scores == null || cell.n < minimumCases) return [];
  const everyone = slice === "all" ? 1 : overallRatio(evidence, evaluation);
  const { observed, expected, p } = levelTest(
    cell.scores,
    designEffect(evidence, evaluation, slice),
    everyone,
  );
  if (p === null || expected === 0) return [];
  const prefix = evidence.evaluations.length > 1 ? `${evaluation}/` : "";
  return [
    fact(
      "miscalibration",
      "CAL",
      observed > expected ? "finding.miscalibration.under" : "finding.miscalibration.over",
      {
        id: `miscalibration@${slice}`,
        evaluation,
        slice: slice === "all" ? null : slice,
        estimates: [`${prefix}base-rate@${slice}`, `${prefix}mean-score@${slice}`],
        p,
        practical:
          Math.abs(observed - expected) / cell.n >= practicalGap &&
          isOff(observed / expected) &&
          isOff(observed / (expected * everyone)),
      },
    ),
  ];
}

function bandsOf(evidence: Evidence, evaluation: string, cell: Cell | undefined): Candidate[] {
  if (cell?.scores == null || cell.subjects !== null) return [];
  const { scores } = cell;
  return calibrationBins(scores, 10, "width").flatMap(({ low, high, n, positives, meanScore }) => {
    if (n < minimumCases || meanScore === null) return [];
    const { p } = levelTest(
      scores.filter(({ score }) => (score > low || low === 0) && score <= high),
      1,
      overallRatio(evidence, evaluation),
    );
    if (p === null) return [];
    const gap = positives / n - meanScore;
    return [
      fact(
        "miscalibration",
        "CAL",
        gap > 0 ? "finding.miscalibration.band-under" : "finding.miscalibration.band-over",
        {
          id: `miscalibration@${evaluation}#${low}-${high}`,
          evaluation,
          slots: { low, high, n, positives, expected: meanScore * n },
          p,
          practical: Math.abs(gap) >= 0.05,
        },
      ),
    ];
  });
}

/**
 * Two-sided test that as many positives occurred as the scores expected (variance sum p(1 - p)).
 *
 * @param everyone - positives for each one expected over all cases: a slice that is off just as everyone is
 *   tells nothing of its own, so the weaker of both tests counts
 */
function levelTest(
  scores: ScoreTable,
  deff: number,
  everyone: number,
): { observed: number; expected: number; p: number | null } {
  let observed = 0;
  let expected = 0;
  let variance = 0;
  for (const { score, positives, negatives } of scores) {
    observed += positives;
    expected += score * (positives + negatives);
    variance += score * (1 - score) * (positives + negatives);
  }
  if (variance === 0) return { observed, expected, p: null };
  const test = (ratio: number): number =>
    2 * normalUpperTail(Math.abs(observed - expected * ratio) / Math.sqrt(variance * ratio * deff));
  return { observed, expected, p: Math.max(test(1), test(everyone)) };
}

/**
 * Positives for each one expected over all cases, where that is itself off by a tenth or more; otherwise 1. A
 * smaller shift explains no finding, and a band or slice that is off causes one by itself.
 */
function overallRatio(evidence: Evidence, evaluation: string): number {
  const ratio = estimatesOf(evidence, evaluation)("observed-expected-ratio", "all");
  if (ratio?.value == null || ratio.interval === null) return 1;
  const clear = ratio.interval.low > 1 || ratio.interval.high < 1;
  return clear && ratio.value > 0 && Math.abs(ratio.value - 1) >= 0.1 ? ratio.value : 1;
}

function isOff(ratio: number): boolean {
  return ratio > 1.25 || ratio < 0.8;
}

function designEffect(evidence: Evidence, evaluation: string, slice: string): number {
  const share = estimatesOf(evidence, evaluation)("base-rate", slice);
  return share?.n_effective == null ? 1 : Math.max(1, share.n / share.n_effective);
}
