/**
 * Jackknife: the values of a statistic with one unit left out at a time.
 *
 * @param units - units, a count: those that the bootstrap resamples
 * @param statistic - gives the value from how often each unit counts (0 or 1 here), or `null` where it has none
 * @returns the value without each unit, in their order; `null` where it has none without that unit
 * @see Quenouille 1956, Biometrika 43:353
 * @example
 * jackknifeValues(3, (times) => times[0] + 2 * times[1] + 3 * times[2]) // [5, 4, 3]
 */
export function jackknifeValues(
  units: number,
  statistic: (times: Uint32Array) => number | null,
): (number | null)[] {
  const times = new Uint32Array(units).fill(1);
  return Array.from({ length: units }, (_, left) => {
    times[left] = 0;
    const value = statistic(times);
    times[left] = 1;
    return value;
  });
}
