/**
 * Values a slider steps through: round numbers, thirty-five to each power of ten, so that a step is felt alike at both
 * ends; and the value of today among them.
 *
 * @param today - always one of the values
 * @param least - smallest value, above zero
 * @param most - largest value
 * @param whole - true where only whole numbers make sense
 */
export function ladder(today: number, least: number, most: number, whole: boolean): readonly number[] {
  const values = new Set<number>([today]);
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1) {
    for (const mantissa of mantissas) {
      const value = Number((mantissa * 10 ** power).toPrecision(3));
      if (value >= least && value <= most && (!whole || Number.isInteger(value))) values.add(value);
    }
  }
  return [...values].sort((a, b) => a - b);
}

const mantissas = [...steps(1, 2, 0.1), ...steps(2, 5, 0.2), ...steps(5, 10, 0.5)];

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) }, (_, index) => from + index * by);
}

/** Place of the value next to this one. */
export function nearestStep(values: readonly number[], value: number): number {
  let nearest = 0;
  for (const [index, step] of values.entries())
    if (Math.abs(step - value) < Math.abs((values[nearest] ?? 0) - value)) nearest = index;
  return nearest;
}
