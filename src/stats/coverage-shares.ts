/** One cell of a coverage matrix: what was tested there, and how much of production it stands for. */
export interface CoverageCell {
  /** Cases tested, a count. */
  readonly n: number;
  /** Cases in production, in any unit, zero or more. */
  readonly volume: number;
  readonly inScope: boolean;
}

/** Shares of the production volume by what the test says about it; they add up to 1. */
export interface CoverageShares {
  readonly measured: number;
  readonly thin: number;
  readonly untested: number;
  readonly outOfScope: number;
}

/**
 * How much of production falls into cells that were tested: measured (needed cases or more), thin (fewer),
 * untested (in scope, none) and out of scope.
 *
 * @param cells - every cell of the matrix once
 * @param needed - cases a cell needs to be measured, an integer of at least 1; from the claim, e.g. 59 for 5 %
 * @returns shares of all production volume, out of scope included, fractions in [0, 1]; `null` without any volume
 * @throws RangeError `Unexpected volume -1, expected a finite number >= 0`
 * @example
 * coverageShares([{ n: 80, volume: 6, inScope: true }, { n: 10, volume: 2, inScope: true }, { n: 0, volume: 1, inScope: true }, { n: 0, volume: 1, inScope: false }], 59) // { measured: 0.6, thin: 0.2, untested: 0.1, outOfScope: 0.1 }
 */
export function coverageShares(cells: readonly CoverageCell[], needed: number): CoverageShares | null {
  if (!Number.isInteger(needed) || needed < 1) {
    throw new RangeError(`Unexpected needed ${needed}, expected an integer >= 1`);
  }
  const sums = { measured: 0, thin: 0, untested: 0, outOfScope: 0 };
  let all = 0;
  for (const { n, volume, inScope } of cells) {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`Unexpected n ${n}, expected an integer >= 0`);
    if (!(volume >= 0 && volume < Infinity)) {
      throw new RangeError(`Unexpected volume ${volume}, expected a finite number >= 0`);
    }
    const tested = n >= needed ? "measured" : n > 0 ? "thin" : "untested";
    sums[inScope ? tested : "outOfScope"] += volume;
    all += volume;
  }
  if (all === 0) return null;
  return {
    measured: sums.measured / all,
    thin: sums.thin / all,
    untested: sums.untested / all,
    outOfScope: sums.outOfScope / all,
  };
}
