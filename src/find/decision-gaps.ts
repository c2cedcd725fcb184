import type { Axis, AxisGroup } from "../model/audit-details.js";
import type { Evidence } from "../model/evidence.js";
import { sliceId } from "../model/slice-id.js";
import { fisherExactGreaterP } from "../stats/fisher-exact-greater-p.js";
import { impactRatios } from "../stats/impact-ratios.js";
import { scoreRatio } from "../stats/score-ratio.js";
import { estimatesOf } from "./estimates-of.js";
import { fact, type Candidate } from "./finder.js";

/** Fewest persons in a group, and outside it, on which a gap is judged. */
const minimumCases = 30;
/** Ratio of two error rates that matters, and the four fifths of the selection screen. */
const practicalRatio = 1.25;
const fourFifths = 0.8;

/**
 * Protected groups of binary evidence that are selected less than four fifths as often as the most selected one, or
 * judged wrongly clearly more often than all others. Every group looked at is returned.
 */
export function decisionGaps(evidence: Evidence): Candidate[] {
  return evidence.evaluations.flatMap(({ id }) => {
    const audit = evidence.details[id]?.audit;
    // Rows of one person are no independent trials: the weak slices, which know of persons, judge those.
    if (audit === undefined || audit.bySubject) return [];
    return audit.axes.flatMap((axis) => gapsOf(evidence, id, axis, audit.leaveOut));
  });
}

function gapsOf(evidence: Evidence, evaluation: string, axis: Axis, leaveOut: number): Candidate[] {
  const known = axis.groups.filter((group) => group.known);
  const ratios = impactRatios(axis.groups, leaveOut);
  const reference = ratios.find(({ ratio }) => ratio === 1)?.group;
  return known.flatMap((own) => {
    const others = known.filter((group) => group !== own);
    const place = { evidence, evaluation, own: own.group };
    const ratio = ratios.find(({ group }) => group === own.group)?.ratio ?? null;
    const [out, outOfOthers] = [counted([own], refusedOf), counted(others, refusedOf)];
    const [value = null] = own.values;
    const [column = ""] = axis.columns;
    const elsewhere = axis.columns.length === 1 ? sliceId(column, value, true) : null;
    const selection =
      ratio === null || reference === undefined || reference === own.group
        ? []
        : search(place, "selection", out, outOfOthers, ratio < fourFifths, "selection-rate", reference);
    return [
      ...selection,
      ...errorGap(place, "recall", own, others, missesOf, elsewhere),
      ...errorGap(place, "false-alarms", own, others, alarmsOf, elsewhere),
    ];
  });
}

interface Place {
  readonly evidence: Evidence;
  readonly evaluation: string;
  readonly own: string;
}

interface Share {
  readonly x: number;
  readonly n: number;
}

type Pick = (group: AxisGroup) => Share;

const refusedOf: Pick = ({ assessed, selected }) => ({ x: assessed - selected, n: assessed });
const missesOf: Pick = ({ confusion: { tp, fn } }) => ({ x: fn, n: tp + fn });
const alarmsOf: Pick = ({ confusion: { fp, tn } }) => ({ x: fp, n: fp + tn });

function counted(groups: readonly AxisGroup[], pick: Pick): Share {
  return groups.map(pick).reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
}

/** An error that falls on a group more often than on all others, by a ratio that is clearly above 1.25. */
function errorGap(
  place: Place,
  metric: "recall" | "false-alarms",
  own: AxisGroup,
  others: readonly AxisGroup[],
  pick: Pick,
  elsewhere: string | null,
): Candidate[] {
  const [mine, rest] = [counted([own], pick), counted(others, pick)];
  const low = scoreRatio(mine.x, mine.n, rest.x, rest.n)?.low ?? 0;
  return search(place, metric, mine, rest, low > practicalRatio, metric, elsewhere);
}

/**
 * One look at one group, against all others whose group is known.
 *
 * @param beside - slice whose estimate stands beside that of the group; null where none was measured, as for two
 *   attributes together: the sentence then names no number
 */
function search(
  { evidence, evaluation, own }: Place,
  what: string,
  mine: Share,
  rest: Share,
  practical: boolean,
  metric: string,
  beside: string | null,
): Candidate[] {
  if (mine.n < minimumCases || rest.n < minimumCases) return [];
  const get = estimatesOf(evidence, evaluation);
  const estimates = beside === null ? [] : [get(metric, own), get(metric, beside)];
  const message = beside === null ? `${what}-together` : what;
  return [
    fact("demographic-gap", "BIA", `finding.demographic-gap.${message}`, {
      id: `demographic-gap@${own}#${what}`,
      evaluation,
      slice: own,
      estimates: estimates.flatMap((estimate) => estimate?.id ?? []),
      // Two-sided: nobody said beforehand which of the groups would stand out.
      p: Math.min(1, 2 * fisherExactGreaterP(mine.x, mine.n, rest.x, rest.n)),
      practical,
    }),
  ];
}
