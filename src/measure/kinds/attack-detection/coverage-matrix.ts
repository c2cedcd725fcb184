import { volumeShare } from "../../../metrics/attack-detection/volume-share.js";
import type { Estimate, Table } from "../../../model/assessment.js";
import { coverageVolumes } from "../../../stats/coverage-volumes.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";

/** One kind of document: what was tested of it, and how often production sees it. */
export interface MatrixCell {
  /** A value per coverage column; null where the row left it blank. */
  readonly values: readonly (string | null)[];
  readonly attacks: number;
  readonly bonaFide: number;
  readonly volume: number;
  readonly inScope: boolean;
}

export const coverageStates = ["measured", "thin", "untested", "out-of-scope"] as const;
export type CoverageState = (typeof coverageStates)[number];

/**
 * Presentations that can be told apart from none: a cell needs as many attacks as bona fide ones, since neither
 * kind of error follows from the other.
 */
export function testedIn({ attacks, bonaFide }: MatrixCell): number {
  return Math.min(attacks, bonaFide);
}

export function stateOf(cell: MatrixCell, needed: number): CoverageState {
  if (!cell.inScope) return "out-of-scope";
  if (testedIn(cell) >= needed) return "measured";
  return cell.attacks + cell.bonaFide > 0 ? "thin" : "untested";
}

/** Every cell with its counts, what it needs, its volume and its state as a place in `coverageStates`. */
export function coverageMatrix(
  cells: readonly MatrixCell[],
  needed: number,
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table {
  return {
    ...place,
    columns: ["attacks", "bona-fide", "needed", "volume", "state"],
    rows: cells.map((cell) => {
      const isTested = cell.attacks + cell.bonaFide > 0;
      return {
        label: cell.values.map((value) => value ?? "(missing)").join(" / "),
        cells: [
          isTested ? cell.attacks : null,
          isTested ? cell.bonaFide : null,
          needed,
          cell.volume,
          coverageStates.indexOf(stateOf(cell, needed)),
        ],
      };
    }),
  };
}

/** Share of the production volume in cells of each state: `volume-share[measured]` and so on. */
export function coverageRates(
  cells: readonly MatrixCell[],
  needed: number,
  place: EstimatePlace,
): Estimate[] {
  const volumes = coverageVolumes(
    cells.map((cell) => {
      // A cell with cases of one class alone is thin, not untested: something is known of it.
      const n = cell.attacks + cell.bonaFide > 0 ? Math.max(1, testedIn(cell)) : 0;
      return { n, volume: cell.volume, inScope: cell.inScope };
    }),
    needed,
  );
  const own = [volumes.measured, volumes.thin, volumes.untested, volumes.outOfScope];
  return coverageStates.map((state, index) => {
    const measured = volumeShare.compute({ own: own[index] ?? 0, all: volumes.all }, 0.95);
    return estimateOf(volumeShare, measured, { ...place, threshold: null, facet: state });
  });
}
