import type { PairedCounts } from "../../stats/paired-difference.js";
import { missing, type Measured } from "../metric.js";
import { pairedOutcome, type Pair } from "./pair.js";

/** A p-value over the cases on which just one of two models is right: no interval, and none where cases share subjects. */
export function tested(pair: Pair, pOf: (counts: PairedCounts) => number): Measured {
  const { counts, sums, n } = pairedOutcome(pair, "right");
  if (n === 0) return missing("no-cases");
  // McNemar's test takes every case for itself: repeated subjects would make it see what is not there.
  if (sums !== null) return missing("repeated-subjects", n);
  const discordant = counts.onlyA + counts.onlyB;
  return {
    ...missing("", n),
    value: pOf(counts),
    reason: discordant === 0 ? "none-discordant" : "test-value",
    numerator: counts.onlyA,
    denominator: discordant,
  };
}
