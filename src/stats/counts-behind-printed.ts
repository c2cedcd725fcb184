/**
 * Counts x of n whose share reads as the printed one.
 *
 * @param printed - a share as written, "0.85" or "1.00": digits after the point set its precision
 * @param n - cases, a count above 0
 * @returns the lowest and the highest such count, by integer arithmetic, both ways to round a half allowed; `null` when
 *   no count fits, so the print or n is wrong
 * @throws RangeError `Unexpected share "85%", expected 0 to 1 with digits, such as 0.85`
 * @see Brown & Heathers 2017, Soc. Psychol. Pers. Sci. 8:363 (GRIM: which means are possible at n)
 * @example
 * countsBehindPrinted("0.84", 25) // { low: 21, high: 21 }
 */
export function countsBehindPrinted(
  printed: string,
  n: number,
): { readonly low: number; readonly high: number } | null {
  const found = /^([01])(?:\.(\d{1,12}))?$/.exec(printed);
  const decimals = found?.[2] ?? "";
  const scale = 10n ** BigInt(decimals.length);
  const units = found === null ? -1n : BigInt((found[1] ?? "") + decimals);
  if (units < 0n || units > scale) {
    throw new RangeError(`Unexpected share "${printed}", expected 0 to 1 with digits, such as 0.85`);
  }
  // |x / n - units / scale| <= 1 / (2 scale), all in integers.
  const cases = BigInt(n);
  const divisor = 2n * scale;
  const least = (2n * units - 1n) * cases;
  const low = least <= 0n ? 0n : (least + divisor - 1n) / divisor;
  const most = ((2n * units + 1n) * cases) / divisor;
  const high = most > cases ? cases : most;
  return low > high ? null : { low: Number(low), high: Number(high) };
}
