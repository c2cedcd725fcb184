import type { Table } from "../../../model/assessment.js";
import { fmrTargetSupport } from "../../../stats/fmr-target-support.js";
import type { TargetCounts } from "./verification-counts.js";

/**
 * What every FMR target takes: impostor comparisons there are, needed to state it and to trust it; errors there.
 *
 * @param impostors - impostor comparisons in the evidence
 */
export function targetsTable(
  targets: readonly TargetCounts[],
  impostors: number,
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table | null {
  if (targets.length === 0) return null;
  return {
    ...place,
    kind: "fmr-targets",
    columns: [
      "impostors",
      "needed-to-state",
      "needed-to-trust",
      "false-matches",
      "false-non-matches",
      "genuine",
    ],
    rows: targets.map(({ target, found }) => {
      const { neededToState, neededToTrust } = fmrTargetSupport(impostors, target);
      const point = found?.point ?? null;
      return {
        label: String(target),
        cells: [
          impostors,
          neededToState,
          neededToTrust,
          point?.falseMatches ?? null,
          point?.falseNonMatches ?? null,
          point?.genuine ?? null,
        ],
      };
    }),
  };
}
