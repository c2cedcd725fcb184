import type { Case } from "./recount-rows.js";

/** What a metric should be; null where it has no value. `x` and `n` are null where it is no share of counts. */
export interface Expected {
  readonly value: number | null;
  readonly x: number | null;
  readonly n: number | null;
}

export interface Counts {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

export function countsOf(cases: readonly Case[]): Counts {
  const count = (positive: boolean, flagged: boolean): number =>
    cases.filter((one) => one.positive === positive && one.flagged === flagged).length;
  return { tp: count(true, true), fn: count(true, false), fp: count(false, true), tn: count(false, false) };
}

function share(x: number, n: number): Expected {
  return n === 0 ? { value: null, x: null, n: null } : { value: x / n, x, n };
}

function plain(value: number | null): Expected {
  return { value, x: null, n: null };
}

export interface Basis {
  readonly probability: boolean;
  readonly hasThreshold: boolean;
  readonly hasScore: boolean;
  /** Share of positives where the model is used; null when none is stated for these cases. */
  readonly baseRate: number | null;
  /** +1 when a high score is flagged, -1 when a low one is. */
  readonly direction: 1 | -1;
  /** True for all cases of the evidence: average precision is measured there alone. */
  readonly whole: boolean;
}

/** Every metric of one group of cases, by brute force. */
export function metricsOf(cases: readonly Case[], basis: Basis): Readonly<Record<string, Expected>> {
  return {
    ...ratesOf(cases, basis),
    ...(basis.baseRate === null ? {} : liveRatesOf(cases, basis, basis.baseRate)),
    ...scoresOf(cases, basis),
    ...valuesOf(cases, basis),
  };
}

function ratesOf(cases: readonly Case[], { hasThreshold }: Basis): Record<string, Expected> {
  const { tp, fn, fp, tn } = countsOf(cases);
  const n = cases.length;
  const rate = (x: number, of: number): Expected => (hasThreshold ? share(x, of) : share(0, 0));
  const f1 = 2 * tp + fp + fn;
  return {
    "base-rate": share(cases.filter(({ positive }) => positive).length, n),
    recall: rate(tp, tp + fn),
    "false-alarms": rate(fp, fp + tn),
    specificity: rate(tn, fp + tn),
    "precision-test": rate(tp, tp + fp),
    "npv-test": rate(tn, tn + fn),
    "flag-rate-test": rate(tp + fp, n),
    "accuracy-test": rate(tp + tn, n),
    "f1-test": plain(hasThreshold && f1 > 0 ? (2 * tp) / f1 : null),
  };
}

/** The same rates where positives are as common as stated. */
function liveRatesOf(cases: readonly Case[], { hasThreshold }: Basis, pi: number): Record<string, Expected> {
  const { tp, fn, fp, tn } = countsOf(cases);
  const known = hasThreshold && tp + fn > 0 && fp + tn > 0;
  const [se, fpr] = [tp / (tp + fn), fp / (fp + tn)];
  const [right, wrong] = [pi * se, (1 - pi) * fpr];
  const [clear, lost] = [(1 - pi) * (1 - fpr), pi * (1 - se)];
  const of = (value: number, defined = true): Expected =>
    plain(known && defined && Number.isFinite(value) ? value : null);
  return {
    precision: of(right / (right + wrong)),
    npv: of(clear / (clear + lost)),
    "flag-rate": of(right + wrong),
    accuracy: of(right + clear),
    f1: of((2 * right) / (2 * right + wrong + lost), right > 0 || lost > 0),
  };
}

function scoresOf(cases: readonly Case[], basis: Basis): Record<string, Expected> {
  const { hasScore, probability, direction, whole } = basis;
  const scored = cases.map(({ positive, score }) => ({ y: positive ? 1 : 0, s: direction * (score ?? 0) }));
  const raw = cases.map(({ positive, score }) => ({ y: positive ? 1 : 0, s: score ?? 0 }));
  const told = hasScore && probability && cases.length > 0;
  const mean = (of: (one: { y: number; s: number }) => number): number =>
    raw.reduce((sum, one) => sum + of(one), 0) / raw.length;
  const said = mean(({ s }) => s);
  const clip = (s: number): number => Math.min(1 - 1e-15, Math.max(1e-15, s));
  return {
    "roc-auc": plain(hasScore ? aucOf(scored) : null),
    "average-precision": plain(hasScore && whole ? averagePrecisionOf(scored) : null),
    "mean-score": plain(told ? said : null),
    "observed-expected-ratio": plain(told && said > 0 ? mean(({ y }) => y) / said : null),
    "brier-score": plain(told ? mean(({ y, s }) => (s - y) ** 2) : null),
    "log-loss": plain(
      told ? mean(({ y, s }) => (y === 1 ? -Math.log(clip(s)) : -Math.log1p(-clip(s)))) : null,
    ),
    ece: plain(told ? eceOf(raw) : null),
  };
}

/** Pairs of a positive and a negative in which the positive scores higher, ties counting half. */
function aucOf(scored: readonly { y: number; s: number }[]): number | null {
  const positives = scored.filter(({ y }) => y === 1);
  const negatives = scored.filter(({ y }) => y === 0);
  if (positives.length === 0 || negatives.length === 0) return null;
  let wins = 0;
  for (const { s: high } of positives)
    for (const { s: low } of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/** Sum over distinct scores, downwards, of the precision from there on times the recall gained there. */
function averagePrecisionOf(scored: readonly { y: number; s: number }[]): number | null {
  const positives = scored.filter(({ y }) => y === 1).length;
  if (positives === 0 || positives === scored.length) return null;
  let sum = 0;
  for (const cut of new Set(scored.map(({ s }) => s))) {
    const kept = scored.filter(({ s }) => s >= cut);
    const gained = scored.filter(({ y, s }) => y === 1 && s === cut).length;
    sum += (gained / positives) * (kept.filter(({ y }) => y === 1).length / kept.length);
  }
  return sum;
}

/** Bands (low, high] of a tenth, 0 in the first. */
export function bandOf(score: number): number {
  for (let band = 0; band < 9; band += 1) if (score <= (band + 1) / 10) return band;
  return 9;
}

function eceOf(scored: readonly { y: number; s: number }[]): number {
  let sum = 0;
  for (let band = 0; band < 10; band += 1) {
    const own = scored.filter(({ s }) => bandOf(s) === band);
    sum += Math.abs(own.reduce((total, { y, s }) => total + y - s, 0));
  }
  return sum / scored.length;
}

function valuesOf(cases: readonly Case[], { hasThreshold }: Basis): Record<string, Expected> {
  const sum = (list: readonly Case[]): number => list.reduce((total, { value }) => total + value, 0);
  return {
    "value-total": plain(sum(cases)),
    "value-missed": plain(
      hasThreshold ? sum(cases.filter(({ positive, flagged }) => positive && flagged === false)) : null,
    ),
  };
}

/** Wilson's interval, written from its formula. */
export function wilson(x: number, n: number): readonly [number, number] {
  const z = 1.959963984540054;
  const p = x / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const size = 1 + (z * z) / n;
  return [x === 0 ? 0 : (middle - half) / size, x === n ? 1 : (middle + half) / size];
}
