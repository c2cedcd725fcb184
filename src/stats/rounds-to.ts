/**
 * Whether a number, printed with as many digits, could read as the printed one.
 *
 * Both ways to round a half are allowed, since nobody says which a report used.
 *
 * @param value - the number computed, in the unit of the printed one
 * @param printed - the number as written: "0.85", "97", "1e-3"; its last digit sets the precision
 * @returns true within half a unit of the last digit, to 1e-9 of that unit
 * @throws RangeError `Unexpected number "n/a", expected digits such as 0.85`
 * @example
 * roundsTo(0.8459, "0.85") // true
 */
export function roundsTo(value: number, printed: string): boolean {
  const found = /^[+-]?\d*(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(printed.trim());
  if (found === null || !/\d/.test(printed)) {
    throw new RangeError(`Unexpected number "${printed}", expected digits such as 0.85`);
  }
  const unit = 10 ** (Number(found[2] ?? 0) - (found[1] ?? "").length);
  return Math.abs(value - Number(printed)) <= unit * (0.5 + 1e-9);
}
