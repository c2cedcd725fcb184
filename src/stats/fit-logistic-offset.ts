import type { LogisticGroup } from "./fit-logistic-slope.js";

/**
 * Maximum likelihood intercept of a logistic regression whose slope is held at 1.
 *
 * @param groups - cases by value of the offset, in log-odds within [-30, 30]; both classes present
 * @returns the intercept in log-odds with its standard error from the information
 * @see Cox 1958, Biometrika 45:562
 * @example
 * fitLogisticOffset([{ x: 0, positives: 1, negatives: 3 }]) // { inTheLarge: -1.0986, seInTheLarge: 1.1547 }
 */
export function fitLogisticOffset(groups: readonly LogisticGroup[]): {
  readonly inTheLarge: number;
  readonly seInTheLarge: number;
} {
  // Observed minus expected falls as the intercept rises, so its root can be bracketed.
  let low = -80;
  let high = 80;
  let intercept = 0;
  let { excess, weight } = fitAt(groups, intercept);
  for (let step = 0; step < 200; step += 1) {
    if (excess > 0) low = intercept;
    else high = intercept;

    const newton = intercept + excess / weight;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const settled = Math.abs(next - intercept) <= 1e-11 * (1 + Math.abs(intercept));
    intercept = next;
    ({ excess, weight } = fitAt(groups, intercept));
    if (settled) break;
  }
  return { inTheLarge: intercept, seInTheLarge: 1 / Math.sqrt(weight) };
}

/** Positives beyond those expected, and the information about the intercept. */
function fitAt(groups: readonly LogisticGroup[], intercept: number): { excess: number; weight: number } {
  let excess = 0;
  let weight = 0;
  for (const { x, positives, negatives } of groups) {
    const eta = intercept + x;
    const odds = Math.exp(-Math.abs(eta));
    const large = 1 / (1 + odds);
    const small = odds / (1 + odds);
    const p = eta >= 0 ? large : small;
    const q = eta >= 0 ? small : large;
    excess += positives * q - negatives * p;
    weight += (positives + negatives) * p * q;
  }
  return { excess, weight };
}
