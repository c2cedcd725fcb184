import { clusteredPairedDifference } from "../../stats/clustered-paired-difference.js";
import { pairedDifference } from "../../stats/paired-difference.js";
import { missing, type Measured } from "../metric.js";
import { pairedOutcome, type Outcome, type Pair } from "./pair.js";

/**
 * The first model's share less the second's, on the same cases, with Newcombe's paired interval.
 *
 * @param none - reason id where there is no case to compare
 */
export function newcombe(pair: Pair, level: number, outcome: Outcome, none: string): Measured {
  const { counts, sums, n } = pairedOutcome(pair, outcome);
  const clustered = sums === null ? null : clusteredPairedDifference(counts, sums, level);
  const found = clustered ?? pairedDifference(counts, level);
  if (found === null) return missing(none);
  return {
    ...missing("", n),
    value: found.difference,
    reason: null,
    nEffective: clustered?.effectiveN ?? null,
    interval: {
      ...found.interval,
      level,
      method: clustered === null ? "Newcombe paired, method 10" : "Newcombe paired, clustered by subject",
      side: "two-sided",
    },
  };
}
