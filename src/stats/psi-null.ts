import { checkBinCounts } from "./check-bin-counts.js";
import { chiSquaredQuantile } from "./chi-squared-quantile.js";
import { poissonDraw } from "./poisson-draw.js";
import { psi } from "./psi.js";
import { seededRandom } from "./random.js";
import { sampleQuantile } from "./sample-quantile.js";

/** What the population stability index comes to when nothing has changed. */
export interface PsiNull {
  readonly expected: number;
  readonly p95: number;
  readonly p99: number;
  readonly method: "chi-squared" | "simulated";
}

/**
 * Distribution of the population stability index when both samples come from one distribution.
 *
 * @param reference - counts per bin of the reference sample
 * @param current - counts per bin of the current sample, same bins
 * @param options - `seed` and `replicates` of the simulation (1 and 2,000), `floor` as for psi (1e-4)
 * @returns the mean and the 95th and 99th percentile. By (1/n + 1/m) times chi-squared with bins - 1 degrees of freedom
 *   where both samples expect at least 5 in every bin, else by simulating counts around the pooled shares; `null` where
 *   a sample is empty
 * @throws RangeError for counts that are negative or over other bins, as checkBinCounts
 * @see Yurdakul & Naranjo 2020, J. Risk Model Validation 14(4) (the limit law)
 * @example
 * psiNull([18, 18, 18, 18, 18, 18, 18, 18, 18, 18], [18, 18, 18, 18, 18, 18, 18, 18, 18, 18]) // { expected: 0.1, p95: 0.188, p99: 0.2407, method: "chi-squared" }
 */
export function psiNull(
  reference: readonly number[],
  current: readonly number[],
  { seed = 1, replicates = 2000, floor = 1e-4 } = {},
): PsiNull | null {
  const { reference: n, current: m } = checkBinCounts(reference, current);
  if (n === 0 || m === 0) return null;

  // A bin that neither sample fills adds nothing.
  const shares = reference
    .map((count, bin) => (count + (current[bin] ?? 0)) / (n + m))
    .filter((share) => share > 0);
  const df = shares.length - 1;
  if (df === 0) return { expected: 0, p95: 0, p99: 0, method: "chi-squared" };
  if (Math.min(...shares) * Math.min(n, m) >= 5) {
    const scale = 1 / n + 1 / m;
    return {
      expected: df * scale,
      p95: scale * chiSquaredQuantile(0.95, df),
      p99: scale * chiSquaredQuantile(0.99, df),
      method: "chi-squared",
    };
  }

  const random = seededRandom(seed);
  const draw = (size: number): number[] => shares.map((share) => poissonDraw(size * share, random));
  const values: number[] = [];
  // An empty sample, which only a handful of cases can draw, has no index.
  for (let replicate = 0; replicate < replicates; replicate += 1)
    values.push(psi(draw(n), draw(m), floor) ?? 0);
  values.sort((a, b) => a - b);
  return {
    expected: values.reduce((a, b) => a + b, 0) / replicates,
    p95: sampleQuantile(values, 0.95) ?? 0,
    p99: sampleQuantile(values, 0.99) ?? 0,
    method: "simulated",
  };
}
