import { encodeName } from "../../model/slice-id.js";
import type { ColumnDrift } from "../../model/column-drift.js";
import { fact, type Finder } from "../finder.js";

/** An index above this, and above its 99th percentile without change, counts; so does a distance above it. */
const practical = 0.1;
/** The family accepts adjusted p-values below 0.05; drift is asked for 0.01, and has two tests per column. */
const strictness = 5 * 2;

export const drift: Finder = {
  id: "drift",
  summary:
    "Scores or inputs that have moved from their reference: a stability index above 0.1 and its 99th percentile without change, or a clear distance above 0.1.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const prefix = evidence.evaluations.length > 1 ? `${id}/` : "";
      return (evidence.details[id]?.drift ?? []).flatMap((column) => {
        const p = chance(column);
        if (p === null) return [];
        const facet = encodeName(column.column);
        const measure = column.kind === "categories" ? "cramers-v" : "ks-distance";
        return [
          fact("drift", "DRF", column.kind === "score" ? "finding.drift.score" : "finding.drift.input", {
            id: `drift@${id}#${facet}`,
            evaluation: id,
            slots: { column: column.column },
            estimates: [`${prefix}psi[${facet}]@all`, `${prefix}${measure}[${facet}]@all`],
            p,
            practical: isPractical(column),
          }),
        ];
      });
    }),
};

function chance({ psiP, p }: ColumnDrift): number | null {
  const known = [psiP, p].filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(1, strictness * Math.min(...known));
}

function isPractical({ psi, psi99, effect }: ColumnDrift): boolean {
  const moved = psi !== null && psi > Math.max(practical, psi99 ?? 0);
  return moved || (effect !== null && effect > practical);
}
