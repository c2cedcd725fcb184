import { lowerBound } from "../find/binomial-bounds.js";
import type { PrintedNumber } from "../pages/printed-numbers.js";

/** One estimate as a file embeds it. */
export interface EmbeddedEstimate {
  readonly id: string;
  readonly metric: string;
  readonly slice: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface Published {
  readonly numbers: readonly PrintedNumber[];
  readonly estimates: readonly EmbeddedEstimate[];
  readonly totals: { readonly positives: number; readonly negatives: number };
  /** Criterion on the recall of each group, judged at 95 %: its printed bound tells of both counts. */
  readonly criterion: string;
}

export interface Group {
  readonly positives: number;
  readonly negatives: number;
}

/** For each group: every pair of counts that contradicts nothing that was published. */
export type Recovered = ReadonlyMap<string, readonly Group[]>;

/**
 * What a reader can work out about the groups of one column: from counts that are printed, from rates whose
 * rounded value and range fit few counts only, and by subtracting all that is known from the totals.
 */
export function recoverCounts(column: string, values: readonly string[], published: Published): Recovered {
  const { totals } = published;
  const possible = new Map(values.map((value) => [value, possibleGroups(`${column}=${value}`, published)]));
  for (let turn = 0; turn < values.length; turn += 1) {
    for (const part of ["positives", "negatives"] as const) {
      const sums = new Map([...possible].map(([value, groups]) => [value, spread(groups, part)]));
      for (const [value, groups] of possible) {
        const rest = [...sums].filter(([other]) => other !== value).map(([, counts]) => counts);
        const reachable = sumsOf(rest, totals[part]);
        possible.set(
          value,
          groups.filter((group) => reachable[totals[part] - group[part]] === true),
        );
      }
    }
  }
  return possible;
}

function spread(groups: readonly Group[], part: "positives" | "negatives"): number[] {
  return [...new Set(groups.map((group) => group[part]))];
}

/** Which totals up to a limit are the sum of one count of each list. */
function sumsOf(lists: readonly (readonly number[])[], limit: number): boolean[] {
  let reached = Array.from({ length: limit + 1 }, (_, index) => index === 0);
  for (const list of lists) {
    const next = new Array<boolean>(limit + 1).fill(false);
    for (let sum = 0; sum <= limit; sum += 1)
      if (reached[sum] === true) for (const count of list) if (sum + count <= limit) next[sum + count] = true;
    reached = next;
  }
  return reached;
}

function possibleGroups(slice: string, published: Published): Group[] {
  const { totals, numbers, estimates } = published;
  const own = estimates.filter((estimate) => estimate.slice === slice);
  const rest = estimates.filter((estimate) => estimate.slice === slice.replace("=", "!="));
  const sizes = numbers.filter(({ ref, part }) => ref === `slice:${slice}` && part === "n");
  const ranges = own.filter(({ denominator, value }) => denominator === null && value !== null);
  const [positives, negatives] = (["recall", "false-alarms"] as const).map((metric, index) => {
    const limit = index === 0 ? totals.positives : totals.negatives;
    const exact = own.find((one) => one.metric === metric)?.denominator ?? null;
    const other = rest.find((one) => one.metric === metric)?.denominator ?? null;
    if (exact !== null) return [exact];
    if (other !== null) return [limit - other];
    const said = ranges.find((one) => one.metric === metric);
    const bound = index === 0 ? boundOf(slice, published) : null;
    return Array.from({ length: limit + 1 }, (_, count) => count).filter(
      (count) => (said === undefined || fitsSome(said, count)) && (bound === null || fitsBound(bound, count)),
    );
  });
  const share = own.find(({ metric }) => metric === "base-rate");
  const groups: Group[] = [];
  for (const p of positives ?? [])
    for (const n of negatives ?? [])
      if (sizes.every(({ value }) => value === p + n) && (share === undefined || fitsShare(share, p, p + n)))
        groups.push({ positives: p, negatives: n });
  return groups;
}

/** The bound that decides a criterion on this group, out of one; null where none is printed. */
function boundOf(slice: string, { numbers, criterion }: Published): number | null {
  const printed = numbers.filter(
    ({ ref, part }) => ref === `criterion:${criterion}@${slice}` && part === "bound",
  );
  const [decides] = printed;
  return decides === undefined ? null : decides.value / (decides.of ?? 1);
}

/** True when some numerator of this denominator has this exact lower bound, as far as it is printed. */
function fitsBound(bound: number, n: number): boolean {
  if (n > 60) return true; // Too many to matter here, and slow to try.
  return Array.from({ length: n + 1 }, (_, x) => x).some(
    (x) => Math.abs(lowerBound(x, n, 0.95) - bound) <= 0.0005001,
  );
}

function fitsShare(share: EmbeddedEstimate, x: number, n: number): boolean {
  if (share.numerator !== null && share.denominator !== null)
    return share.numerator === x && share.denominator === n;
  return share.value === null || fits(share, x, n);
}

/** True when some numerator of this denominator rounds to what is told. */
function fitsSome(said: EmbeddedEstimate, n: number): boolean {
  const value = said.value ?? 0;
  // At the most half a twentieth away.
  const [low, high] = [Math.floor((value - 0.026) * n), Math.ceil((value + 0.026) * n)];
  for (let x = Math.max(0, low); x <= Math.min(n, high); x += 1) if (fits(said, x, n)) return true;
  return false;
}

/** True when so many of so many round to the value that is told, and have a Wilson range that was widened to the told one. */
export function fits(
  { value, interval }: Pick<EmbeddedEstimate, "value" | "interval">,
  x: number,
  n: number,
): boolean {
  if (n === 0 || value === null || !agrees(value, x / n, n)) return false;
  if (interval === null) return true;
  const [low, high] = wilson(x, n);
  return isBelow(interval.low, low) && isBelow(1 - interval.high, 1 - high);
}

/**
 * True when a limit may have been moved outwards to what is printed: by less than a twentieth, or than one step
 * of its only digit where it is small.
 */
function isBelow(printed: number, exact: number): boolean {
  if (printed === 0) return exact < 0.0005;
  const step =
    printed >= 0.1 && printed < 0.9
      ? 0.05
      : 10 ** Math.floor(Math.log10(Math.min(printed, 1 - printed) + 1e-9));
  return exact >= printed - 1e-9 && exact < printed + step + 1e-9;
}

/**
 * True when a share of n cases may have been rounded to what is printed: at two digits or as many as it shows, and of
 * fewer than a hundred to a twentieth.
 */
function agrees(printed: number, exact: number, n: number): boolean {
  if (printed === 0 || printed === 1) return Math.abs(printed - exact) < 1e-9;
  const digits = Math.max(2, (String(printed).split(".")[1] ?? "").length);
  const isTwentieth = Math.abs(printed * 20 - Math.round(printed * 20)) < 1e-9;
  return Math.abs(printed - exact) <= (n < 100 && isTwentieth ? 0.0250001 : 0.500001 * 10 ** -digits);
}

function wilson(x: number, n: number): readonly [number, number] {
  const z = 1.959963984540054;
  const middle = (x + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  return [x === 0 ? 0 : middle - half, x === n ? 1 : middle + half];
}
