import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { formatCount } from "../../phrasing/format-number.js";
import type { Voice } from "../../phrasing/voice.js";

/** A count that the plan gives, traced to its key. */
export function planCount(voice: Voice, key: string, value: number): Inline {
  return counted(voice, `plan:${key}`, "n", Math.round(value));
}

/**
 * A rate that the plan gives or that follows from it: "36 of 1,000".
 *
 * @param of - total it is told of; the one it needs alone when not given
 */
export function planRate(voice: Voice, key: string, rate: number, of = totalFor(rate)): readonly Inline[] {
  return voice.say("rate.of", {
    x: counted(voice, `plan:${key}`, "value", Math.round(rate * of), of),
    n: formatCount(of, voice.lang),
  });
}

/** One total for rates that stand beside each other: of 100 where that is exact, else as many as the rarest needs. */
export function totalFor(...rates: readonly number[]): number {
  const own = rates.map((rate) => {
    if (Math.abs(rate * 100 - Math.round(rate * 100)) < 1e-9) return 100;
    return rate >= 0.001 ? 1_000 : 10 ** Math.min(7, Math.ceil(-Math.log10(rate)) + 1);
  });
  return Math.max(100, ...own);
}

/** From a usual rate to the nearest worse one that shows, both of one total; the worse one never rounded towards the usual. */
export function fromTo(
  voice: Voice,
  key: string,
  usual: number,
  detects: number,
): { readonly from: readonly Inline[]; readonly to: readonly Inline[] } {
  const of = totalFor(usual, Number(detects.toFixed(3)));
  const outward = detects > usual ? Math.ceil(detects * of - 1e-9) : Math.floor(detects * of + 1e-9);
  return {
    from: planRate(voice, `${key}.rate`, usual, of),
    to: planRate(voice, `${key}.detects`, outward / of, of),
  };
}
