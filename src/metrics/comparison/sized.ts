import type { PairedCounts } from "../../stats/paired-difference.js";
import { missing, type Measured } from "../metric.js";
import { newcombe } from "./newcombe.js";
import { pairedOutcome, type Pair } from "./pair.js";

/** A number of cases that would settle which of two is right more often. Cases that share subjects count for less. */
export function sized(pair: Pair, sizeOf: (counts: PairedCounts) => number | null): Measured {
  const { counts, n } = pairedOutcome(pair, "right");
  if (n === 0) return missing("no-cases");
  const size = sizeOf(counts);
  if (size === null) return missing("equally-right", n);
  const { nEffective } = newcombe(pair, 0.95, "right", "no-cases");
  const worth = nEffective === null ? 1 : nEffective / n;
  return { ...missing("", n), value: Math.ceil(size / worth), reason: "at-observed-rates", nEffective };
}
