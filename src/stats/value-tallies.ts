/** How often one value occurs in a reference sample and in the current one. */
export interface ValueTally {
  readonly value: number;
  readonly reference: number;
  readonly current: number;
}

/**
 * Two samples as one list of distinct values with their counts: what two-sample statistics are computed from, and what
 * parts of the data can be added up as.
 *
 * @param reference - finite numbers, in any order
 * @param current - finite numbers in the same unit
 * @returns distinct values ascending with the count in each sample
 * @throws RangeError `Unexpected value NaN, expected a finite number`
 * @see Hodges 1958, Arkiv foer Matematik 3:469 (the walk over the pooled sample)
 * @example
 * valueTallies([1, 2, 2], [2, 3]) // [{ value: 1, reference: 1, current: 0 }, { value: 2, reference: 2, current: 1 }, { value: 3, reference: 0, current: 1 }]
 */
export function valueTallies(
  reference: readonly number[],
  current: readonly number[],
): readonly ValueTally[] {
  const a = inOrder(reference);
  const b = inOrder(current);
  const tallies: ValueTally[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [fromA, fromB] = [i, j];
    while (a[i] === value) i += 1;
    while (b[j] === value) j += 1;
    tallies.push({ value, reference: i - fromA, current: j - fromB });
  }
  return tallies;
}

function inOrder(values: readonly number[]): Float64Array {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`Unexpected value ${value}, expected a finite number`);
  }
  // Plus 0 turns -0 into 0, which sorts apart from it but equals it.
  return Float64Array.from(values, (value) => value + 0).sort();
}
