import { shelfLife } from "../../model/shelf-life.js";
import { isOtherVersion } from "../is-other-version.js";
import { isStale } from "../is-stale.js";
import { fact, type Finder, type JudgedEvidence } from "../finder.js";

export const staleEvidence: Finder = {
  id: "stale-evidence",
  summary:
    "Evidence past its shelf life, of another model version, without a date, or from before a break that a series shows.",
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
      else if (isStale(evaluation, evidence.date, evidence.plan.use?.domain)) {
        found.push(
          fact("stale-evidence", "STL", "finding.stale-evidence.old", {
            id: `stale-evidence@${id}`,
            evaluation: id,
            slots: { last: collected.last, shelf_life: shelfLife(evaluation, evidence.plan.use?.domain) },
          }),
        );
      }
      const later = breakAfter(evidence, collected?.last ?? null);
      if (collected !== null && later !== null)
        found.push(
          fact("stale-evidence", "STL", "finding.stale-evidence.break", {
            id: `stale-evidence@${id}#break`,
            evaluation: id,
            slots: { last: collected.last, period: later },
          }),
        );
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

/** Chance below which a break speaks against older evidence. */
const clear = 0.01;

/** First break of any series after a day; null for none, and for periods that are no days or months. */
function breakAfter({ details }: JudgedEvidence, last: string | null): string | null {
  if (last === null) return null;
  const periods = Object.values(details).flatMap(({ series }) =>
    series?.p == null || series.p > clear ? [] : series.breaks.map(({ period }) => period),
  );
  const later = periods.filter((period) => /^\d{4}-\d{2}(-\d{2})?$/.test(period) && period > last);
  return later.sort()[0] ?? null;
}
