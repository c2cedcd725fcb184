import type { Cell } from "../model/cell.js";
import { murphyDecomposition, type MurphyDecomposition } from "../stats/murphy-decomposition.js";
import { missing, type Measured, type MetricContext } from "./metric.js";

const bins = 10;

/** One term of the Brier score's decomposition. It is a part of a whole, so it has no range of its own. */
export function murphy(
  { scores, n }: Cell,
  { probability }: MetricContext,
  pick: (terms: MurphyDecomposition) => number,
): Measured {
  if (scores === null) return missing("no-scores", n);
  if (!probability) return missing("not-probabilities", n);
  const terms = murphyDecomposition(scores, bins);
  return terms === null ? missing("no-cases") : { ...missing("no-interval-index", n), value: pick(terms) };
}
