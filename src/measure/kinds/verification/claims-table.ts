import type { Table } from "../../../model/assessment.js";
import type { Measured } from "../../../metrics/metric.js";
import { rangeOf } from "../../../model/range-of.js";
import { subjectsOf, type Comparisons } from "../../../metrics/verification/comparisons.js";

/** Confidence of the bound that may be claimed. */
const confidence = 0.95;
/** Doddington's rule: errors on which a rate is known to within about 30 % of itself. */
const errorsToTrust = 30;
const perMillion = 1e6;

/**
 * What each rate stands on, in errors, comparisons and people, and the most that may be claimed from it.
 *
 * The bound is the exact one for as many independent comparisons as these are worth; with no error that is the rule
 * of three on the number of people.
 */
export function claimsTable(
  rates: readonly { readonly metric: string; readonly rate: Measured; readonly comparisons: Comparisons }[],
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table {
  return {
    ...place,
    kind: "claims",
    columns: [
      "errors",
      "comparisons",
      "subjects",
      "worth",
      "at-most-per-million",
      "comparisons-for-30-errors",
    ],
    rows: rates.map(({ metric, rate, comparisons }) => {
      const { errors, trials } = comparisons;
      const subjects = subjectsOf(comparisons);
      if (rate.value === null || trials === 0) {
        return { label: metric, cells: [null, trials, subjects, null, null, null] };
      }
      const worth = Math.min(trials, rate.nEffective ?? trials);
      const seen = {
        ...rate,
        nEffective: worth,
        numerator: errors,
        denominator: trials,
        unit: "share" as const,
      };
      const high = rangeOf(seen, confidence)?.high ?? null;
      const forThirty = errors === 0 ? null : Math.ceil((errorsToTrust * trials) / errors);
      return {
        label: metric,
        cells: [
          errors,
          trials,
          subjects,
          Math.floor(worth),
          high === null ? null : Math.ceil(high * perMillion),
          forThirty,
        ],
      };
    }),
  };
}
