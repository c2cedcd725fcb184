/**
 * Throws unless a coverage or confidence lies strictly between 0 and 1.
 *
 * @param level - coverage of an interval, a fraction in (0, 1)
 * @param name - what the caller calls it, for the message; defaults to "level"
 * @returns the level, unchanged
 * @throws RangeError `Unexpected level 1, expected 0 < level < 1`
 * @example
 * checkLevel(0.95) // 0.95
 */
export function checkLevel(level: number, name = "level"): number {
  if (level > 0 && level < 1) return level;
  throw new RangeError(`Unexpected ${name} ${level}, expected 0 < ${name} < 1`);
}
