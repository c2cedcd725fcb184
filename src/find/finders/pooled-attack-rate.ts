import { encodeName } from "../../model/slice-id.js";
import { fact, type Finder } from "../finder.js";

/** Means over kinds of error, which no standard reports. */
const means = /^(acer|hter|half-total-error-rate|average-classification-error-rate)$/i;
/** Rates that are told per species, and as the highest of them. */
const perSpecies = /^(apcer|iapar|iapmr|dfar|sar|iar)$/i;

/** A mean by its name, or a rate of species that was averaged over them. */
function isMean(metric: string, facet: string | undefined): boolean {
  return means.test(metric) || (perSpecies.test(metric) && facet?.startsWith("averaging=") === true);
}

export const pooledAttackRate: Finder = {
  id: "pooled-attack-rate",
  summary:
    "A reported mean over attacks, or an attack rate without its species: the worst one may be far above it.",
  find: ({ estimates }) =>
    estimates
      .filter(({ origin, value, slice }) => origin === "reported" && value !== null && slice === "all")
      .filter(
        ({ metric, facet }) => isMean(metric, facet) || (perSpecies.test(metric) && facet === undefined),
      )
      .map(({ id, metric, facet, evaluation }) =>
        fact(
          "pooled-attack-rate",
          "ADV",
          `finding.pooled-attack-rate.${isMean(metric, facet) ? "mean" : "unnamed"}`,
          {
            id: `pooled-attack-rate#${metric}${facet === undefined ? "" : `[${encodeName(facet)}]`}`,
            evaluation,
            slots: { metric: metric.toUpperCase() },
            estimates: [id],
            gap: true,
          },
        ),
      ),
};
