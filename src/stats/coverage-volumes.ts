/** One cell of a coverage matrix: what was tested there, and how much of production it stands for. */
export interface CoverageCell {
  /** Cases tested, a count. */
  readonly n: number;
  /** Cases in production, in any unit, zero or more. */
  readonly volume: number;
  readonly inScope: boolean;
}

/** Production volume by what the test says about it, in the unit of the cells; the four parts add up to `all`. */
export interface CoverageVolumes {
  readonly measured: number;
  readonly thin: number;
  readonly untested: number;
  readonly outOfScope: number;
  readonly all: number;
}

/**
 * How much of production falls into cells that were tested: measured (needed cases or more), thin (fewer),
 * untested (in scope, none) and out of scope.
 *
 * @param cells - every cell of the matrix once
 * @param needed - cases a cell needs to be measured, an integer of at least 1; from the claim, e.g. 59 for 5 %
 * @returns volumes in the unit of the cells, zero or more; all 0 without cells, where no share exists
 * @throws RangeError `Unexpected volume -1, expected a finite number >= 0`
 * @example
 * coverageVolumes([{ n: 80, volume: 60, inScope: true }, { n: 10, volume: 20, inScope: true }, { n: 0, volume: 10, inScope: true }, { n: 0, volume: 10, inScope: false }], 59) // { measured: 60, thin: 20, untested: 10, outOfScope: 10, all: 100 }
 */
export function coverageVolumes(cells: readonly CoverageCell[], needed: number): CoverageVolumes {
  if (!Number.isInteger(needed) || needed < 1) {
    throw new RangeError(`Unexpected needed ${needed}, expected an integer >= 1`);
  }
  const sums = { measured: 0, thin: 0, untested: 0, outOfScope: 0, all: 0 };
  for (const { n, volume, inScope } of cells) {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`Unexpected n ${n}, expected an integer >= 0`);
    if (!(volume >= 0 && volume < Infinity)) {
      throw new RangeError(`Unexpected volume ${volume}, expected a finite number >= 0`);
    }
    const tested = n >= needed ? "measured" : n > 0 ? "thin" : "untested";
    sums[inScope ? tested : "outOfScope"] += volume;
    sums.all += volume;
  }
  return sums;
}
