/**
 * Draws one bootstrap resample: how often each unit (a case, or a subject with all its rows) is drawn.
 *
 * Counts instead of copies: a statistic over sums multiplies by them, and nothing of the data moves.
 *
 * @param units - number of units, a count
 * @param random - uniform numbers in [0, 1), as seededRandom gives them; one is taken per unit
 * @param strata - the units of each stratum (of each class, say), which then keeps its size; together they name every
 *   unit once; defaults to one stratum
 * @param into - array to overwrite, of length `units`; defaults to a new one
 * @returns times each unit was drawn, counts that sum to `units`
 * @throws RangeError `Unexpected units 1.5, expected an integer >= 0`; for strata of another size
 * @see Efron 1979, Annals of Statistics 7:1; Davison & Hinkley 1997, Bootstrap Methods, 3.2 (strata)
 * @example
 * [...resample(4, () => 0.3, [[0, 1, 2], [3]])] // [3, 0, 0, 1]
 */
export function resample(
  units: number,
  random: () => number,
  strata?: readonly (readonly number[])[],
  into?: Uint32Array,
): Uint32Array {
  if (!Number.isInteger(units) || units < 0) {
    throw new RangeError(`Unexpected units ${units}, expected an integer >= 0`);
  }
  const times = into?.fill(0) ?? new Uint32Array(units);
  if (strata === undefined) {
    for (let drawn = 0; drawn < units; drawn += 1) {
      const unit = Math.floor(random() * units);
      times[unit] = (times[unit] ?? 0) + 1;
    }
    return times;
  }

  const size = strata.reduce((sum, { length }) => sum + length, 0);
  if (size !== units) throw new RangeError(`Unexpected strata of ${size} units, expected ${units}`);
  for (const members of strata) {
    for (let drawn = 0; drawn < members.length; drawn += 1) {
      const unit = members[Math.floor(random() * members.length)] ?? 0;
      times[unit] = (times[unit] ?? 0) + 1;
    }
  }
  return times;
}
