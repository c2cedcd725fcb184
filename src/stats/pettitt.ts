/** The likeliest single change by ranks, and its approximate p-value. */
export interface Pettitt {
  readonly k: number;
  /** Number of values before the change. */
  readonly at: number;
  readonly p: number;
}

/**
 * Pettitt's rank test for one change of level: robust against outliers and any monotone scale.
 *
 * @param values - the series in order of time
 * @returns K, the number of values before the change (the first largest) and the approximate two-sided p-value, at most
 *   1; `null` below 2 values or where all are equal
 * @see Pettitt 1979, Applied Statistics 28:126, p = 2 exp(-6 K^2 / (n^3 + n^2))
 * @example
 * pettitt([1, 2, 1, 5, 6, 5]) // { k: 9, at: 3, p: 0.2907 }
 */
export function pettitt(values: readonly number[]): Pettitt | null {
  const n = values.length;
  if (n < 2 || values.every((value) => value === values[0])) return null;

  const twice = twiceMidranks(values);
  let sum = 0;
  let k = 0;
  let at = 0;
  for (const [t, rank] of twice.entries()) {
    sum += rank;
    // U = 2 * (rank sum) - t (n + 1), an integer also with ties.
    const u = Math.abs(sum - (t + 1) * (n + 1));
    if (u > k) {
      k = u;
      at = t + 1;
    }
  }
  return { k, at, p: Math.min(1, 2 * Math.exp((-6 * k * k) / (n ** 3 + n ** 2))) };
}

function twiceMidranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, t) => ({ value, t })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  let from = 0;
  while (from < order.length) {
    let to = from;
    while (order[to]?.value === order[from]?.value) to += 1;
    for (const { t } of order.slice(from, to)) ranks[t] = from + 1 + to;
    from = to;
  }
  return ranks;
}
