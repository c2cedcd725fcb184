import type { LayerDetails } from "../../model/attack-details.js";
import { encodeName } from "../../model/slice-id.js";
import { fisherExactGreaterP } from "../../stats/fisher-exact-greater-p.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** How much oftener two layers fail together than apart before it matters. */
const practicalRatio = 1.25;

export const layerDependence: Finder = {
  id: "layer-dependence",
  summary:
    "Two layers that miss the same attacks, so that both together stop less than their rates promise; or layers of which only the rates are known.",
  find: ({ details }) =>
    Object.entries(details).flatMap(([evaluation, { layers }]) =>
      layers === undefined ? [] : candidatesOf(evaluation, layers),
    ),
};

function candidatesOf(evaluation: string, { pairs, onlyRates }: LayerDetails): Candidate[] {
  if (onlyRates) {
    return [
      fact("layer-dependence", "DEP", "finding.layer-dependence.only-rates", { evaluation, gap: true }),
    ];
  }
  return pairs.map(({ first, second, species, estimate, outcomes }) => {
    const { both, firstOnly, secondOnly, neither } = outcomes;
    const missedByFirst = both + firstOnly;
    const caughtByFirst = secondOnly + neither;
    const n = missedByFirst + caughtByFirst;
    const apart = n === 0 ? 0 : (missedByFirst * (both + secondOnly)) / n;
    return fact("layer-dependence", "DEP", "finding.layer-dependence.together", {
      id: `layer-dependence#${[first.id, second.id, species.id].map(encodeName).join("&")}`,
      evaluation,
      // Both fail on a case of the second layer more often where the first failed, too.
      p: fisherExactGreaterP(both, missedByFirst, secondOnly, caughtByFirst),
      practical: both > practicalRatio * apart,
      slots: {
        first: first.name,
        second: second.name,
        species: species.name,
        both,
        apart: Math.floor(apart) + 1,
        n,
      },
      estimates: [estimate],
    });
  });
}
