import { compensatedSum } from "./compensated-sum.js";

/** A mean over classes under both conventions for a class whose value is undefined. */
export interface ClassAverage {
  /** Mean over the classes that have a value; `null` when none has. */
  readonly value: number | null;
  /** Mean with 0 in place of an undefined value (scikit-learn's zero_division=0); `null` without classes. */
  readonly withZeros: number | null;
  /** Classes of weight above 0 that have no value, a count. */
  readonly undefinedClasses: number;
}

/**
 * Mean of a measure over classes: macro with equal weights, weighted with the cases of each class.
 *
 * @param values - one value per class, `null` where undefined (the precision of a class that is never predicted)
 * @param weights - one per class, finite and >= 0, such as its cases; defaults to 1 each. A class of weight 0 counts
 *   for nothing
 * @returns the mean under both conventions, and how many classes differ between them
 * @throws RangeError `Unexpected 2 weights, expected 3`, `Unexpected weight -1, expected a finite number >= 0`
 * @see Sokolova & Lapalme 2009, Inf. Process. Manag. 45:427
 * @example
 * classAverage([0.5, null, 0.8]) // { value: 0.65, withZeros: 0.4333, undefinedClasses: 1 }
 */
export function classAverage(
  values: readonly (number | null)[],
  weights: readonly number[] = values.map(() => 1),
): ClassAverage {
  if (weights.length !== values.length) {
    throw new RangeError(`Unexpected ${weights.length} weights, expected ${values.length}`);
  }
  const wrong = weights.find((weight) => !Number.isFinite(weight) || weight < 0);
  if (wrong !== undefined) throw new RangeError(`Unexpected weight ${wrong}, expected a finite number >= 0`);

  const weighted = values.map((value, k) => ({ value, weight: weights[k] ?? 0 }));
  const counted = weighted.filter(({ weight }) => weight > 0);
  const defined = counted.filter(({ value }) => value !== null);
  const sum = compensatedSum(defined, ({ value, weight }) => (value ?? 0) * weight);
  const weightOf = (items: typeof weighted): number => compensatedSum(items, ({ weight }) => weight);
  return {
    value: defined.length === 0 ? null : sum / weightOf(defined),
    withZeros: counted.length === 0 ? null : sum / weightOf(counted),
    undefinedClasses: counted.length - defined.length,
  };
}
