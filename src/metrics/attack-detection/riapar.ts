import { riapar as relativeRate } from "../../stats/riapar.js";
import { missing, type MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

/** Presentations of the species the whole system accepts most, and the bona fide ones beside them. */
export interface AcceptedSums {
  readonly attacks: PresentationSums;
  readonly bonaFide: PresentationSums;
}

export const riapar: MetricOf<AcceptedSums> = {
  id: "riapar",
  summary:
    "Highest IAPAR plus the share of bona fide presentations refused: a system that refuses everybody scores 1, not 0 (ISO/IEC 30107-3).",
  of: "positives",
  unit: "index",
  origin: "derived",
  better: "lower",
  compute: ({ attacks, bonaFide }, level) => {
    const refused = bonaFide.presented - bonaFide.accepted;
    const result = relativeRate(attacks.accepted, attacks.presented, refused, bonaFide.presented, level);
    if (result === null) return missing(attacks.presented === 0 ? "no-attacks" : "no-bona-fide");
    const { value, low, high } = result;
    const interval = { low, high, level, method: "MOVER, Wilson", side: "two-sided" } as const;
    return { ...missing(""), value, reason: null, n: attacks.presented + bonaFide.presented, interval };
  },
};
