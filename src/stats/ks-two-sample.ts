import { kolmogorovFiniteUpperTail } from "./kolmogorov-finite-upper-tail.js";
import { kolmogorovUpperTail } from "./kolmogorov-upper-tail.js";
import { ksExactP } from "./ks-exact-p.js";
import type { ValueTally } from "./value-tallies.js";

/** Largest gap of two cumulative curves, where it is, and how unusual it is without any change. */
export interface KsTwoSample {
  readonly d: number;
  /** The gap as counts: |reference below * m - current below * n| of n * m. */
  readonly gap: number;
  readonly at: number;
  readonly p: number;
  readonly method: "exact" | "asymptotic";
}

/**
 * Two-sample Kolmogorov-Smirnov test of whether two samples come from the same distribution.
 *
 * @param tallies - distinct values ascending with both counts, as valueTallies gives them
 * @returns D in [0, 1], the value at which the curves are furthest apart, and the two-sided p-value: exact while the
 *   sizes multiply to at most 4 million (without ties; with them too large, never too small), the one-sample
 *   law at n m / (n + m) beyond. `null` where a sample is empty
 * @see Smirnov 1939, Bull. Math. Univ. Moscou 2(2); Hodges 1958, Arkiv foer Matematik 3:469
 * @example
 * ksTwoSample([{ value: 1, reference: 3, current: 0 }, { value: 2, reference: 1, current: 4 }]) // { d: 0.75, gap: 12, at: 1, p: 0.2286, method: "exact" }
 */
export function ksTwoSample(tallies: readonly ValueTally[]): KsTwoSample | null {
  const n = tallies.reduce((sum, { reference }) => sum + reference, 0);
  const m = tallies.reduce((sum, { current }) => sum + current, 0);
  if (n === 0 || m === 0) return null;

  let a = 0;
  let b = 0;
  let gap = 0;
  let at = tallies[0]?.value ?? 0;
  for (const { value, reference, current } of tallies) {
    a += reference;
    b += current;
    // In whole numbers, so that the exact test sees the very gap.
    const here = Math.abs(a * m - b * n);
    if (here > gap) {
      gap = here;
      at = value;
    }
  }

  const d = gap / n / m;
  if (n * m <= 4e6) return { d, gap, at, p: ksExactP(n, m, gap), method: "exact" };
  return { d, gap, at, p: asymptoticP(d, n * (m / (n + m))), method: "asymptotic" };
}

/** The one-sample law at the effective size, which serves unequal samples, up to where its limit is as good. */
function asymptoticP(d: number, effective: number): number {
  const scaled = d * Math.sqrt(effective);
  return effective > 1000 || scaled > 2.5
    ? kolmogorovUpperTail(scaled)
    : kolmogorovFiniteUpperTail(Math.round(effective), d);
}
