/**
 * Probability from which flagging a case costs less than leaving it, given the four costs. Needs calibrated scores.
 *
 * @param costs - cost of a false alarm (`fp`), of a miss (`fn`), and of the two right decisions (`tp`, `tn`;
 *   default 0), all in one currency; gains are negative
 * @returns (fp - tn) / (fp - tn + fn - tp), a fraction in (0, 1); `null` unless both wrong decisions cost more than
 *   the right one for the same case, since then one decision is best for every case
 * @throws RangeError `Unexpected cost fp NaN, expected a finite number`
 * @see Elkan 2001, IJCAI 17:973, eq. 2
 * @example
 * elkanThreshold({ fp: 5, fn: 100 }) // 0.0476
 */
export function elkanThreshold(costs: {
  readonly fp: number;
  readonly fn: number;
  readonly tp?: number;
  readonly tn?: number;
}): number | null {
  const { fp, fn, tp = 0, tn = 0 } = costs;
  for (const [name, cost] of Object.entries({ fp, fn, tp, tn })) {
    if (!Number.isFinite(cost)) {
      throw new RangeError(`Unexpected cost ${name} ${cost}, expected a finite number`);
    }
  }
  if (fp <= tn || fn <= tp) return null;

  return (fp - tn) / (fp - tn + (fn - tp));
}
