/**
 * Throws unless a share lies in [0, 1].
 *
 * @param name - what the caller calls it, for the message
 * @param share - a fraction in [0, 1]
 * @returns the share, unchanged
 * @throws RangeError `Unexpected baseRate 1.2, expected 0 <= baseRate <= 1`
 * @example
 * checkShare("baseRate", 0.012) // 0.012
 */
export function checkShare(name: string, share: number): number {
  if (share >= 0 && share <= 1) return share;
  throw new RangeError(`Unexpected ${name} ${share}, expected 0 <= ${name} <= 1`);
}
