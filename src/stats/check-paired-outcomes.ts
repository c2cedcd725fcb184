/** What two layers did with the same cases: how many failed in both, in one of them, in none. Counts. */
export interface PairedOutcomes {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** The counts of two layers with the totals that every measure of their dependence needs. */
export interface PairedMargins extends PairedOutcomes {
  readonly n: number;
  /** Cases the first layer failed on. */
  readonly first: number;
  /** Cases the second layer failed on. */
  readonly second: number;
}

/**
 * Throws unless the four counts are counts.
 *
 * @param outcomes - cases by what two layers did with them
 * @returns the counts with their margins
 * @throws RangeError `Unexpected both -1, expected an integer >= 0`
 * @example
 * checkPairedOutcomes({ both: 8, firstOnly: 12, secondOnly: 20, neither: 110 }) // { both: 8, firstOnly: 12, secondOnly: 20, neither: 110, n: 150, first: 20, second: 28 }
 */
export function checkPairedOutcomes(outcomes: PairedOutcomes): PairedMargins {
  const { both, firstOnly, secondOnly, neither } = outcomes;
  for (const [name, count] of Object.entries({ both, firstOnly, secondOnly, neither })) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Unexpected ${name} ${count}, expected an integer >= 0`);
    }
  }
  return {
    both,
    firstOnly,
    secondOnly,
    neither,
    n: both + firstOnly + secondOnly + neither,
    first: both + firstOnly,
    second: both + secondOnly,
  };
}
