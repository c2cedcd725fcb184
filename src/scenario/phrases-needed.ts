import type { ScenarioCriterion, ScenarioData } from "../model/scenario-data.js";

/** Phrases that a setting may need. */
const needed =
  /^(sliders|figure\.(recall|precision|counts-only)$|scenario\.(?!missing|withheld|fold|table|same-data)|frequency\.(?!sensitivity|no-decision|one-class)|workload\.(volume|capacity)$|chart\.(icon-array|frequency-tree|(table|source)$)|rate\.(bare-|bracket-|of|between|few|hidden|range|ends-range|recall|false-alarms)|share\.any\.(?!attempts|subjects)|slice)/;

/** What of them goes without costs, without cases to handle, and without a group of cases. */
const ofCosts = /^(scenario\.(money|break-even)|sliders\.(net-chart|figure-net|false-alarm|miss))/;
const ofWork = /^(workload\.|sliders\.(work|volume|capacity))/;
const ofGroup = /^slice/;

/** What a board has beside: money over all thresholds, and files of its pictures. */
const ofBoard = /^sliders\.(net-chart|save-)/;

/** What decides which phrases the sliders of a page may come to say. */
export interface PhraseNeeds extends Pick<ScenarioData, "costs" | "volume" | "capacity" | "slice"> {
  readonly criteria: readonly Pick<ScenarioCriterion, "metric">[];
  readonly isBoard: boolean;
}

/** Whether the sliders of a page may need a phrase: a page carries these and no others. */
export function isNeeded(id: string, needs: PhraseNeeds): boolean {
  const { costs, volume, capacity, slice, criteria, isBoard } = needs;
  if (criteria.some(({ metric }) => id === `metric.${metric}` || id === `metric.binary.${metric}`))
    return true;
  return (
    needed.test(id) &&
    !(costs === null && ofCosts.test(id)) &&
    !(volume === null && capacity === null && ofWork.test(id)) &&
    !(slice === null && ofGroup.test(id)) &&
    !(!isBoard && ofBoard.test(id))
  );
}
