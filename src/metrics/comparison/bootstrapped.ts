import { countBootstrapInterval } from "../../stats/count-bootstrap-interval.js";
import { missing, type Measured } from "../metric.js";
import { pairedOutcome, type Pair } from "./pair.js";

const draws = 2000;
const seed = 1;

/**
 * A difference of two models by the paired bootstrap: both see the same resample of cases, or of subjects with all
 * their cases.
 *
 * @param statistic - the difference from the eight cells of Pair; null where it has none
 * @param none - reason id where it has no value on the cases themselves
 */
export function bootstrapped(
  pair: Pair,
  level: number,
  statistic: (cells: readonly number[]) => number | null,
  none: string,
): Measured {
  const { units, bySubject } = pair;
  const { n } = pairedOutcome(pair, "right");
  const found = countBootstrapInterval(
    units.map((unit) => unit.n),
    (drawn) => statistic(cellsOf(pair, drawn)),
    { draws, seed, level },
  );
  if (found.value === null) return missing(none, n);
  const method = `paired bootstrap of ${bySubject ? "subjects" : "cases"}, ${draws} draws, seed ${seed}`;
  return {
    ...missing("", n),
    value: found.value,
    reason: found.reason === null ? null : `bootstrap-${found.reason}`,
    interval: found.interval === null ? null : { ...found.interval, level, method, side: "two-sided" },
  };
}

function cellsOf({ units }: Pair, drawn: readonly number[]): number[] {
  const cells = new Array<number>(8).fill(0);
  for (const [unit, times] of drawn.entries()) {
    for (const [place, count] of (units[unit]?.cells ?? []).entries())
      cells[place] = (cells[place] ?? 0) + times * count;
  }
  return cells;
}
