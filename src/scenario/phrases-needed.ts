import type { ScenarioCriterion } from "../model/scenario-data.js";

/** Phrases that a setting may need; a page carries these and no others. */
const needed =
  /^(sliders|figure\.(recall|precision|counts-only)$|scenario\.(?!missing|withheld|fold|table|same-data)|frequency\.(?!sensitivity|no-decision|one-class)|workload\.(volume|capacity)$|chart\.(icon-array|frequency-tree|(table|source)$)|rate\.(bare-|bracket-|of|between|few|hidden|range|ends-range|recall|false-alarms)|share\.any|slice)/;

/** Whether sliders may need a phrase: one of theirs, or the name of an agreed metric. */
export function isNeeded(id: string, criteria: readonly Pick<ScenarioCriterion, "metric">[]): boolean {
  return (
    needed.test(id) ||
    criteria.some(({ metric }) => id === `metric.${metric}` || id === `metric.binary.${metric}`)
  );
}
