import type { Table } from "../../../model/assessment.js";
import { pairedOutcome, type Outcome, type Pair } from "../../../metrics/comparison/pair.js";
import type { EstimatePlace } from "../../estimate.js";
import { encodeName } from "../../../model/slice-id.js";

/** Rows of the table: over all cases who was right, over each class who flagged. */
const outcomes: readonly Outcome[] = ["right", "caught", "alarmed"];

/** How often both of two models, only one, or neither was right, caught a positive, flagged a negative. */
export function discordanceTable(pair: Pair, facet: string, place: EstimatePlace): Table {
  return {
    id: `${place.prefix}discordance[${encodeName(facet)}]@${place.slice}`,
    kind: "discordance",
    evaluation: place.evaluation,
    slice: place.slice,
    columns: ["both", "only-first", "only-second", "neither"],
    rows: outcomes.map((outcome) => {
      const { both, onlyA, onlyB, neither } = pairedOutcome(pair, outcome).counts;
      return { label: outcome, cells: [both, onlyA, onlyB, neither] };
    }),
  };
}
