/** Cases that share one value of a predictor. */
export interface LogisticGroup {
  readonly x: number;
  readonly positives: number;
  readonly negatives: number;
}

/** A fitted logistic line with standard errors. */
export interface LogisticLine {
  readonly intercept: number;
  readonly slope: number;
  readonly seIntercept: number;
  readonly seSlope: number;
}

/**
 * Maximum likelihood logistic regression on one predictor, by Newton's method with step halving.
 *
 * @param groups - cases by value of the predictor, a finite number
 * @returns intercept and slope in log-odds with standard errors from the information matrix; `null` where the
 *   predictor separates the classes (no finite maximum), for one class, or where 100 steps do not settle it
 * @see Cox 1958, JRSS B 20:215; Albert & Anderson 1984, Biometrika 71:1 (existence of the maximum)
 * @example
 * fitLogisticSlope([{ x: 0, positives: 1, negatives: 3 }, { x: 1, positives: 2, negatives: 2 }]) // { intercept: -1.0986, slope: 1.0986, seIntercept: 1.1547, seSlope: 1.5275 }
 */
export function fitLogisticSlope(groups: readonly LogisticGroup[]): LogisticLine | null {
  if (isSeparated(groups)) return null;

  let line: Line = { centre: 0, middle: 0, slope: 0 };
  let fit = fitAt(groups, line);
  for (let step = 0; step < 100; step += 1) {
    // Around the mean of x, weighted by information, the two equations part and nothing cancels.
    const shift = fit.cross / fit.weight;
    const spread = fit.square - shift * fit.cross;
    if (!(fit.weight > 0 && spread > 0)) return null;
    const centre = line.centre + shift;
    const lift = fit.excess / fit.weight;
    const turn = fit.tilt - shift * fit.excess;
    const tilt = turn / spread;
    const seSlope = Math.sqrt(1 / spread);
    if (Math.abs(tilt) <= SETTLED * seSlope && Math.abs(lift) * Math.sqrt(fit.weight) <= SETTLED) {
      const seIntercept = Math.hypot(Math.sqrt(1 / fit.weight), centre * seSlope);
      return { intercept: line.middle - line.slope * line.centre, slope: line.slope, seIntercept, seSlope };
    }
    const level = { centre, middle: line.middle + line.slope * shift, slope: line.slope };
    const gain = fit.excess * lift + turn * tilt;
    ({ line, fit } = climb(groups, level, { lift, tilt, gain }, fit.height));
  }
  return null;
}

/** Log-odds at a centre of x, and their rise per unit of x. */
interface Line {
  readonly centre: number;
  readonly middle: number;
  readonly slope: number;
}

/** Log-likelihood with its first (excess, tilt) and minus its second (weight, cross, square) derivatives. */
interface Fit {
  readonly height: number;
  readonly excess: number;
  readonly tilt: number;
  readonly weight: number;
  readonly cross: number;
  readonly square: number;
}

/** Whether one cut of the predictor parts the classes, shared values allowed at the cut. */
function isSeparated(groups: readonly LogisticGroup[]): boolean {
  let [lowPositive, highPositive, lowNegative, highNegative] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, positives, negatives } of groups) {
    if (positives > 0) [lowPositive, highPositive] = [Math.min(lowPositive, x), Math.max(highPositive, x)];
    if (negatives > 0) [lowNegative, highNegative] = [Math.min(lowNegative, x), Math.max(highNegative, x)];
  }
  return highNegative <= lowPositive || highPositive <= lowNegative;
}

/**
 * One Newton step, halved until it gains a quarter of what its slope promises: less would let a step land where every
 * case is certain and no information is left.
 */
function climb(
  groups: readonly LogisticGroup[],
  from: Line,
  step: { readonly lift: number; readonly tilt: number; readonly gain: number },
  height: number,
): { line: Line; fit: Fit } {
  const rounding = 1e-10 * Math.abs(height);
  for (let share = 1; ; share /= 2) {
    const middle = from.middle + share * step.lift;
    const line = { centre: from.centre, middle, slope: from.slope + share * step.tilt };
    const fit = fitAt(groups, line);
    const enough = fit.height >= height + (share * step.gain) / 4 - rounding;
    if (enough || share < 1e-30) return { line, fit };
  }
}

function fitAt(groups: readonly LogisticGroup[], { centre, middle, slope }: Line): Fit {
  let [height, excess, tilt, weight, cross, square] = [0, 0, 0, 0, 0, 0];
  for (const { x, positives, negatives } of groups) {
    const distance = x - centre;
    const eta = middle + slope * distance;
    // Both shares from one exponential, since 1 - p would lose the digits of a small one.
    const odds = Math.exp(-Math.abs(eta));
    const large = 1 / (1 + odds);
    const small = odds / (1 + odds);
    const p = eta >= 0 ? large : small;
    const q = eta >= 0 ? small : large;
    const both = Math.log1p(odds);
    height += positives * (Math.min(0, eta) - both) + negatives * (Math.min(0, -eta) - both);

    const residual = positives * q - negatives * p;
    const information = (positives + negatives) * p * q;
    excess += residual;
    tilt += residual * distance;
    weight += information;
    cross += information * distance;
    square += information * distance * distance;
  }
  return { height, excess, tilt, weight, cross, square };
}

/** In standard errors: far below what matters, above what rounding leaves of the score equations. */
const SETTLED = 1e-10;
