import type { Plan } from "../../model/plan.js";
import { fact, type Finder } from "../finder.js";

/** Facts that the plan leaves open and that a reader would ask for. */
const wanted: readonly (readonly [string, (plan: Plan) => boolean])[] = [
  [
    "threshold",
    (plan) =>
      plan.deployment?.threshold === undefined &&
      plan.deployment?.bands === undefined &&
      plan.evaluations.some(({ task }) => task === "binary") &&
      plan.evaluations.every(
        ({ threshold, prediction, counts, rates }) =>
          threshold === undefined && prediction === undefined && counts === undefined && rates === undefined,
      ),
  ],
  ["base-rate", (plan) => isBinary(plan) && plan.deployment?.base_rate === undefined],
  ["costs", (plan) => isBinary(plan) && plan.costs === undefined],
  ["intended-use", (plan) => plan.use?.intended === undefined],
  ["out-of-scope", (plan) => plan.use?.out_of_scope === undefined],
  ["criteria", (plan) => (plan.criteria ?? []).length === 0],
  ["monitoring", (plan) => (plan.monitoring ?? []).length === 0],
  [
    "slices",
    (plan) =>
      plan.evaluations.every(
        ({ slices = [], demographics = {}, data, metrics = [] }) =>
          (data === undefined || slices.length + Object.keys(demographics).length === 0) &&
          metrics.every(({ slice }) => slice === undefined || slice === "all"),
      ),
  ],
];

/** True where two classes are told apart: only they have a threshold, a base rate and two kinds of error. */
function isBinary({ evaluations }: Plan): boolean {
  return evaluations.some(({ task }) => task === "binary");
}

export const notGiven: Finder = {
  id: "not-given",
  summary: "Facts that the plan leaves open and that a reader would ask for.",
  find: ({ plan }) =>
    wanted
      .filter(([, missing]) => missing(plan))
      .map(([what]) =>
        fact("not-given", "UNM", `finding.not-given.${what}`, { id: `not-given#${what}`, gap: true }),
      ),
};
