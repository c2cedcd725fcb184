import type { Finding } from "../../src/model/assessment.js";
import { findIn } from "./find-in-memory.js";
import { logistic, logit, simulateCases, type Simulation } from "./simulate-cases.js";

/** How often searches speak, on clean reports and on planted faults: what `bench/finders.mjs` prints. */

const columns = [2, 3, 4, 5, 6, 8];
const usual = { n: 2_000, columns, spread: 2, centre: -0.5 };
const rare = { n: 800, columns, spread: 2, centre: -4 };
const larger = { ...usual, n: 2_500 };
/** About 310 of 2,500 cases. */
const faulty = "column6=v1";
const inFaulty = (groups: Readonly<Record<string, string>>): boolean => groups["column6"] === "v1";

interface Trial {
  readonly name: string;
  readonly simulation: Simulation;
  /** How many slice columns are combined. */
  readonly depth: number;
  readonly holds: (found: readonly Finding[]) => boolean;
}

const searching = ["weak-slice", "miscalibration", "human-override"];
const anySearch = (found: readonly Finding[]): boolean => found.some(({ rule }) => searching.includes(rule));
const anyWeak = (found: readonly Finding[]): boolean => found.some(({ rule }) => rule === "weak-slice");
const has =
  (id: string) =>
  (found: readonly Finding[]): boolean =>
    found.some((finding) => finding.id === id);

/** Scores of one slice told too low, so that more of its positives are missed. */
const lowered =
  (shift: number): Simulation["fault"] =>
  (truth, groups) =>
    inFaulty(groups) ? logistic(logit(truth) - shift) : truth;

export const trials: readonly Trial[] = [
  { name: "clean, any false finding", simulation: usual, depth: 1, holds: anySearch },
  { name: "clean, any false weak slice", simulation: usual, depth: 1, holds: anyWeak },
  { name: "clean, rare errors, any false finding", simulation: rare, depth: 1, holds: anySearch },
  { name: "clean, pairs, any false weak slice", simulation: usual, depth: 2, holds: anyWeak },
  ...[0.25, 0.5, 0.75, 1].map((shift) => ({
    name: `weak slice, odds divided by ${Math.exp(shift).toFixed(1)}`,
    simulation: { ...larger, fault: lowered(shift) },
    depth: 1,
    holds: has(`weak-slice@${faulty}#recall`),
  })),
  ...[0.5, 0.75, 1].map((shift) => ({
    name: `level of a slice, odds divided by ${Math.exp(shift).toFixed(1)}`,
    simulation: { ...larger, fault: lowered(shift) },
    depth: 1,
    holds: has(`miscalibration@${faulty}`),
  })),
  ...[1.5, 2, 2.5].map((slope) => ({
    name: `shape of a slice, log-odds times ${slope.toFixed(1)}`,
    simulation: {
      ...larger,
      fault: ((truth, groups) =>
        inFaulty(groups) ? logistic(slope * logit(truth)) : truth) satisfies Simulation["fault"],
    },
    depth: 1,
    holds: has(`miscalibration@${faulty}#shape`),
  })),
  ...[2, 4].map((shift) => ({
    name: `weak pair (about 210 cases), odds divided by ${Math.exp(shift).toFixed(1)}`,
    simulation: {
      ...larger,
      fault: ((truth, groups) =>
        groups["column2"] === "v1" && groups["column3"] === "v2"
          ? logistic(logit(truth) - shift)
          : truth) satisfies Simulation["fault"],
    },
    depth: 2,
    holds: has("weak-slice@column2=v1&column3=v2#recall"),
  })),
];

/** Share of seeded reports in which a trial holds. */
export async function rateOf({ simulation, depth, holds }: Trial, reports: number): Promise<number> {
  const evaluation = {
    id: "simulated",
    data: "data.csv",
    label: "y",
    positive: 1,
    score: "s",
    kind: "held-out",
    slices: simulation.columns.map((_, index) => `column${(index + 1).toString()}`),
    search_depth: depth,
  };
  let hits = 0;
  for (let seed = 1; seed <= reports; seed += 1) {
    const { findings } = await findIn(simulateCases(seed, simulation), { evaluations: [evaluation] });
    if (holds(findings)) hits += 1;
  }
  return hits / reports;
}
