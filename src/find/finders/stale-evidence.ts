import { isOtherVersion } from "../is-other-version.js";
import { isStale } from "../is-stale.js";
import { fact, type Finder } from "../finder.js";

export const staleEvidence: Finder = {
  id: "stale-evidence",
  summary: "Evidence past its shelf life, of another model version, or without a date.",
  find: (evidence) =>
    evidence.evaluations.flatMap((evaluation) => {
      const { id, collected, model_version: tested } = evaluation;
      const current = evidence.plan.model.version ?? null;
      const found = [];
      if (collected === null)
        found.push(
          fact("stale-evidence", "STL", "finding.stale-evidence.undated", {
            id: `stale-evidence@${id}#undated`,
            evaluation: id,
            gap: true,
          }),
        );
      else if (isStale(evaluation, evidence.date)) {
        found.push(
          fact("stale-evidence", "STL", "finding.stale-evidence.old", {
            id: `stale-evidence@${id}`,
            evaluation: id,
            slots: { last: collected.last, shelf_life: evaluation.shelf_life ?? "12 months" },
          }),
        );
      }
      if (isOtherVersion(evaluation, evidence.plan.model.version)) {
        found.push(
          fact("stale-evidence", "STL", "finding.stale-evidence.version", {
            id: `stale-evidence@${id}#version`,
            evaluation: id,
            slots: { tested, current },
          }),
        );
      }
      return found;
    }),
};
